package org.hotline400.bench.media;

import java.time.Duration;
import java.util.Map;

/// What one load came to.
///
/// @param terms what was asked for
/// @param talking calls whose both ends heard the other when the measuring began
/// @param failures calls that did not come about, by SIP status
/// @param endedByPlatform calls that the platform ended while they should have lasted
/// @param notEnded calls that were not over some time after the BYE
/// @param packets counted at both ends
/// @param trip how long a packet took from the caller to the callee and back
/// @param usage of the processes while it was measured
/// @param recordings that the platform had of these calls afterwards
record MediaStep(
        Terms terms,
        int talking,
        Map<Integer, Integer> failures,
        int endedByPlatform,
        int notEnded,
        Packets packets,
        Trip trip,
        Usage usage,
        Recordings recordings) {
    private static final Duration MOST = Duration.ofMillis(20);
    /// What others may use of a core before the figures are called disturbed.
    private static final double QUIET = 10;

    MediaStep {
        failures = Map.copyOf(failures);
    }

    /// @param calls at once
    /// @param measured how long packets are counted
    record Terms(int calls, boolean recorded, Duration measured) {}

    /// @param sent by callers
    /// @param arrived of these at callees
    /// @param echoed by callees
    /// @param back of these at callers
    /// @param callsWithLoss how many calls the lost ones belong to
    /// @param duplicates at either end
    /// @param reordered at either end
    /// @param crossed came to the caller of another call
    /// @param foreign datagrams that were none of ours, or changed on the way
    /// @param platformDrops that the kernel dropped at the platform's sockets
    /// @param generator what the generator did itself
    record Packets(
            long sent,
            long arrived,
            long echoed,
            long back,
            int callsWithLoss,
            long duplicates,
            long reordered,
            long crossed,
            long foreign,
            long platformDrops,
            Generator generator) {

        /// Lost with the platform: what the kernel dropped or refused at the generator's sockets while it counted is
        /// the generator's own.
        long lost() {
            return Math.max(0, (sent - arrived) + (echoed - back) - generator.drops() - generator.refused());
        }
    }

    /// @param drops that the kernel dropped at the generator's sockets, from the begin to the end of the counting
    /// @param refused that the kernel would not send, of those that count
    /// @param late sent more than 5 ms after their time
    /// @param leftOut not sent because their time was over
    /// @param reports RTCP datagrams that came
    record Generator(long drops, long refused, long late, long leftOut, long reports) {}

    record Trip(Duration median, Duration p99, Duration longest) {}

    /// @param platform CPU time of the Java process in the measured time, in per cent of one core
    /// @param database CPU of its PostgreSQL, alike
    /// @param generator CPU of this process, alike
    /// @param others CPU of everything else on the machine, alike
    /// @param rssKilobytes of the Java process at the end
    /// @param databaseKilobytes proportional set size of PostgreSQL's processes at the end
    /// @param sockets UDP sockets of the platform in its RTP range
    record Usage(
            double platform,
            double database,
            double generator,
            double others,
            long rssKilobytes,
            long databaseKilobytes,
            int sockets) {}

    /// @param count how many, complete
    /// @param shortest the length of the shortest one
    /// @param lost packets that went through the platform and are in none
    record Recordings(int count, Duration shortest, long lost) {}

    /// Whether others used so much of the machine that the platform may be better than this.
    boolean disturbed() {
        return usage.others() > QUIET;
    }

    /// Whether the generator did what was asked: at most one in a thousand packets was left out.
    private boolean loaded() {
        return packets.sent() > 0 && packets.generator().leftOut() * 1000 <= packets.sent();
    }

    /// Nothing of the platform's making lost, every call up, a round trip within 20 ms for 99 of 100 packets, and of
    /// each call that shall have one a recording as long as the measured time, in which no packet is missing.
    boolean good() {
        return talking == terms.calls()
                && endedByPlatform == 0
                && notEnded == 0
                && packets.lost() == 0
                && packets.crossed() == 0
                && loaded()
                && trip.p99().compareTo(MOST) < 0
                && recorded();
    }

    private boolean recorded() {
        return !terms.recorded()
                || (recordings.count() == terms.calls()
                        && recordings.shortest().compareTo(terms.measured()) >= 0
                        && recordings.lost() == 0);
    }

    /// In one line.
    String text() {
        return String.format(
                "%5d calls %-10s lost %d+%d (%d calls), round trip p50 %.1f p99 %.1f max %.1f ms, CPU platform %.0f%%"
                        + " database %.0f%% generator %.0f%%, RSS %d MB%s%s",
                terms.calls(),
                terms.recorded() ? "recorded" : "unrecorded",
                packets.sent() - packets.arrived(),
                packets.echoed() - packets.back(),
                packets.callsWithLoss(),
                millis(trip.median()),
                millis(trip.p99()),
                millis(trip.longest()),
                usage.platform(),
                usage.database(),
                usage.generator(),
                usage.rssKilobytes() / 1024,
                oddities(),
                good() ? "" : "  FAILED");
    }

    private String oddities() {
        var out = new StringBuilder();
        note(out, "calls not up", terms.calls() - talking);
        if (!failures.isEmpty()) {
            out.append(", failed ").append(failures);
        }
        note(out, "ended by the platform", endedByPlatform);
        note(out, "not over after the BYE", notEnded);
        note(out, "dropped at the platform's sockets", packets.platformDrops());
        note(out, "dropped at the generator's", packets.generator().drops());
        note(out, "refused", packets.generator().refused());
        note(out, "sent late", packets.generator().late());
        note(out, "left out", packets.generator().leftOut());
        note(out, "twice", packets.duplicates());
        note(out, "reordered", packets.reordered());
        note(out, "crossed", packets.crossed());
        note(out, "foreign", packets.foreign());
        if (disturbed()) {
            out.append(String.format(", DISTURBED: others used %.0f%%", usage.others()));
        }
        if (terms.recorded()) {
            out.append(", recordings ").append(recordings.count());
            out.append(", the shortest ")
                    .append(recordings.shortest().toSeconds())
                    .append(" s");
            note(out, "packets that recordings lack", recordings.lost());
        }
        return out.toString();
    }

    private static void note(StringBuilder out, String what, long count) {
        if (count != 0) {
            out.append(", ").append(what).append(' ').append(count);
        }
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
