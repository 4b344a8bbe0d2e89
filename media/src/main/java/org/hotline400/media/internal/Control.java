package org.hotline400.media.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.media.StreamTerms;
import org.jspecify.annotations.Nullable;

/// The control side of a stream (RTCP, RFC 3550 §6): reports on time, and what the peer reports.
///
/// Reports go where the peer wants them (RFC 3605), behind a NAT to the port above its RTP, and once a report
/// of its own came to where that came from. Only reports from that address or the one its audio comes from are
/// believed, and after the first one only from where that came.
final class Control {
    /// Five seconds between reports on average; two parties never fill 5 % of the bandwidth by that (RFC 3550
    /// §6.2).
    private static final int INTERVAL = 5 * 8000;
    /// Makes up for timer reconsideration (RFC 3550 appendix A.7: e − 3/2).
    private static final double COMPENSATION = 1.21828;

    private final DatagramChannel channel;
    private final MediaTime time;
    private final Outgoing out;
    private final ReceivedStream in;
    private final Predecessors predecessors;
    private final Tally tally;
    private volatile PeerReports reports = PeerReports.NONE;

    private @Nullable InetSocketAddress agreed;
    private @Nullable InetSocketAddress latched;
    /// A short-term random name, which tells nothing about this machine (RFC 7022 §4.2); null until needed.
    private byte @Nullable [] cname;
    private long due = Long.MAX_VALUE;
    private long sentBefore;
    private long sentLongBefore;
    private int lastReport;
    private int lastReporter;
    private long lastReportAt;

    Control(SocketPair sockets, MediaTime time, Outgoing out, ReceivedStream in, Tally tally) {
        this.channel = sockets.rtcp;
        this.predecessors = sockets.predecessors;
        this.time = time;
        this.out = out;
        this.in = in;
        this.tally = tally;
    }

    private static byte[] randomName() {
        byte[] random = new byte[12];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random).getBytes(StandardCharsets.US_ASCII);
    }

    /// New terms: the peer's reports may come from elsewhere.
    void open(StreamTerms terms, long now) {
        agreed = terms.control();
        latched = null;
        if (due == Long.MAX_VALUE) {
            // RFC 3550 §6.2: half the time before the first.
            due = now + interval(INTERVAL / 2);
        }
    }

    /// Sends a report when its time has come.
    void tick(PeerSocket rtp, long now) {
        if (now >= due) {
            due = now + interval(INTERVAL);
            send(rtp, false);
        }
    }

    /// Says goodbye (RFC 3550 §6.3.7), unless nothing was ever said.
    void close(PeerSocket rtp) {
        if (out.packets() > 0 || tally.get(Count.REPORTS_SENT) > 0) {
            send(rtp, true);
        }
    }

    /// Takes a datagram that came to the control port.
    ///
    /// @return whether it was the peer's
    boolean received(InetSocketAddress from, ByteBuffer datagram, PeerSocket rtp) {
        ControlPacket packet = Workbench.mine().control;
        if (!isPeer(from, rtp) || !packet.parse(datagram, out.ssrc())) {
            tally.increment(Count.REPORTS_REFUSED);
            return false;
        }
        latched = from;
        tally.increment(Count.REPORTS_RECEIVED);
        if (packet.sentAt != 0) {
            lastReport = packet.sentAt;
            lastReporter = packet.source;
            lastReportAt = time.ntp();
        }
        if (packet.reports) {
            reports = reports.and(packet, out, time.ntp());
        }
        return true;
    }

    PeerReports reports() {
        return reports;
    }

    /// From where its audio comes, or from where it said that its reports will: it may never send audio, and
    /// another host may speak for it.
    private boolean isPeer(InetSocketAddress from, PeerSocket rtp) {
        if (latched != null) {
            return latched.equals(from);
        }
        InetSocketAddress source = rtp.source();
        InetSocketAddress named = rtp.named();
        if (agreed == null || isOfThePredecessor(from, agreed, named)) {
            return false;
        }
        return agreed.getAddress().equals(from.getAddress())
                || (source != null && source.getAddress().equals(from.getAddress()));
    }

    private boolean isOfThePredecessor(
            InetSocketAddress from, InetSocketAddress agreed, @Nullable InetSocketAddress named) {
        return named != null && !from.equals(agreed) && predecessors.sent(from, named, time.now());
    }

    /// Where the peer's reports come from, or are to come from; null when it never said so.
    @Nullable
    InetSocketAddress source() {
        return latched != null ? latched : agreed;
    }

    private void send(PeerSocket rtp, boolean last) {
        InetSocketAddress to = destination(rtp);
        if (to == null || rtp.losesReport()) {
            return;
        }
        ByteBuffer report = Workbench.mine().report.clear();
        write(report);
        if (last) {
            ControlPacket.goodbye(report, out.ssrc());
        }
        try {
            channel.send(report.flip(), to);
            tally.increment(Count.REPORTS_SENT);
        } catch (IOException | IllegalArgumentException e) {
            // Nobody listens there, or there is no way there: as lost as on the way.
        }
    }

    private void write(ByteBuffer report) {
        long clock = time.ntp();
        int blocks = in.news() ? 1 : 0;
        // RFC 3550 §6.4: a sender is who sent audio since the last report but one.
        if (out.packets() > sentLongBefore) {
            ControlPacket.sender(
                    report, out.ssrc(), blocks, clock, out.timestamp(time.now()), out.packets(), out.octets());
        } else {
            ControlPacket.receiver(report, out.ssrc(), blocks);
        }
        sentLongBefore = sentBefore;
        sentBefore = out.packets();
        if (blocks == 1) {
            boolean known = lastReport != 0 && lastReporter == in.sequence.ssrc();
            in.report(report, known ? lastReport : 0, known ? (int) ((clock - lastReportAt) >>> 16) : 0);
        }
        if (cname == null) {
            cname = randomName();
        }
        ControlPacket.name(report, out.ssrc(), cname);
    }

    private @Nullable InetSocketAddress destination(PeerSocket rtp) {
        if (latched != null || agreed == null) {
            return latched;
        }
        InetAddress place = agreed.getAddress();
        if (place.isAnyLocalAddress()) {
            // The old way to hold: neither RTP nor RTCP (RFC 3264 §8.4).
            return null;
        }
        InetSocketAddress source = rtp.source();
        return source == null || source.equals(rtp.named()) ? agreed : above(source);
    }

    private static @Nullable InetSocketAddress above(InetSocketAddress rtp) {
        return rtp.getPort() == 0xFFFF ? null : new InetSocketAddress(rtp.getAddress(), rtp.getPort() + 1);
    }

    private static long interval(int average) {
        return Math.round(average * ThreadLocalRandom.current().nextDouble(0.5, 1.5) / COMPENSATION);
    }
}
