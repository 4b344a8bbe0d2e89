package org.hotline400.server.telephony;

import java.time.Duration;

/// Finds out whether a party that holds leaves the other one in silence. `sendonly` alone does not tell: many a
/// PBX then sends music of its own, and a door station or a machine that announces sends from the start.
final class SilentHold {
    /// How often to look while the party may send.
    static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /// Fewer packets between two looks are keep-alives.
    private static final int SOUND = 3;

    private final LegAudio holder;
    private Deadline patience = Deadline.in(PATIENCE);
    private Deadline look = Deadline.in(LOOK);
    private long received;
    private boolean silent;

    SilentHold(LegAudio holder) {
        this.holder = holder;
    }

    /// Whether only looking again will tell.
    boolean isOpen() {
        return holder.hold() == LegAudio.Hold.MAY_SEND;
    }

    /// Whether the other party hears nothing now because this one holds.
    boolean isSilent() {
        return switch (holder.hold()) {
            case NONE -> rest(false);
            case SILENT -> rest(true);
            case MAY_SEND -> listen();
        };
    }

    private boolean rest(boolean now) {
        patience = Deadline.in(PATIENCE);
        look = Deadline.in(LOOK);
        received = holder.port().statistics().received();
        silent = now;
        return now;
    }

    private boolean listen() {
        if (look.passed()) {
            look = Deadline.in(LOOK);
            var before = received;
            received = holder.port().statistics().received();
            if (received - before >= SOUND) {
                patience = Deadline.in(PATIENCE);
                silent = false;
            } else if (patience.passed()) {
                silent = true;
            }
        }
        return silent;
    }
}
