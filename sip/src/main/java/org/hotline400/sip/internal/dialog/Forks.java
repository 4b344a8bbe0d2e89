package org.hotline400.sip.internal.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The dialogs that one INVITE of ours has made, by the peer's tag (RFC 3261 §12.1.2, §13.2.2): proxies may fork it.
/// One of them is confirmed at most; the others are remembered because their numbers must go on.
final class Forks {

    /// Responses of more forks than these are heard, but make no dialog.
    static final int MOST = 20;

    /// One fork.
    record Fork(Conversation talk, Receipts receipts) {}

    private final Map<String, Fork> byTag = new LinkedHashMap<>();
    private @Nullable Conversation latest;

    /// The fork a provisional response belongs to, made when it is new; empty when it makes none.
    Optional<Fork> at(WireResponse response, Function<WireResponse, Fork> made) {
        String tag = Inbound.tagOf(response.need(HeaderId.TO));
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        Fork fork = byTag.get(tag);
        if (fork == null && byTag.size() < MOST) {
            fork = made.apply(response);
            byTag.put(tag, fork);
        }
        if (fork != null && !fork.talk().isOver()) {
            latest = fork.talk();
        }
        return Optional.ofNullable(fork);
    }

    @Nullable
    Conversation withTag(String tag) {
        Fork fork = byTag.get(tag);
        return fork == null ? null : fork.talk();
    }

    /// The living early dialog that the application deals with: the one whose offer is open, else the one heard last.
    @Nullable
    Conversation current() {
        for (Fork fork : byTag.values()) {
            if (fork.talk().offerOpen()) {
                return fork.talk();
            }
        }
        return latest == null || latest.isOver() ? null : latest;
    }

    /// Whether no other fork is known that could still answer.
    boolean areOnly(Conversation chosen) {
        return byTag.values().stream().allMatch(fork -> fork.talk() == chosen);
    }

    boolean offerOpen() {
        return byTag.values().stream().anyMatch(fork -> fork.talk().offerOpen());
    }

    /// Ends all early dialogs but this one.
    ///
    /// @return an offer of ours that they have not answered
    Optional<String> dropAllBut(@Nullable Conversation chosen) {
        String waiting = null;
        for (Fork fork : byTag.values()) {
            if (fork.talk() != chosen && fork.talk().isEarly()) {
                String unsent = fork.talk().unansweredOffer();
                waiting = unsent == null ? waiting : unsent;
                fork.talk().drop();
            }
        }
        return Optional.ofNullable(waiting);
    }
}
