package org.hotline400.sip.internal.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.sip.Ban;
import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is banned until when. Remembers for a day that somebody was, as the next ban is then longer.
public final class Bans {

    private static final Logger LOG = LoggerFactory.getLogger(Bans.class);
    private static final int MOST = 10_000;
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Clock clock;
    private final SipLimits limits;
    /// By the network and by whether its datagrams alone are meant.
    private final Map<Culprit, Sentence> sentences = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Culprit, Sentence> eldest) {
            return size() > MOST;
        }
    };
    /// So that a stack without bans pays nothing for them.
    private volatile boolean any;

    private Instant lastTold = Instant.EPOCH;
    private int untold;

    /// @param datagrams whether the offences came in datagrams, whose source anybody can forge: then connections from
    ///     there, whose source nobody can, are left alone
    private record Culprit(InetAddress network, boolean datagrams) {}

    private record Sentence(Instant since, Instant until, Duration length, Offence offence) {}

    Bans(Clock clock, SipLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    boolean covers(SipSource source) {
        if (!any) {
            return false;
        }
        InetAddress network = Network.of(source.address().getAddress());
        Instant now = clock.instant();
        synchronized (sentences) {
            return isInForce(new Culprit(network, false), now)
                    || (isDatagram(source) && isInForce(new Culprit(network, true), now));
        }
    }

    private boolean isInForce(Culprit culprit, Instant now) {
        Sentence sentence = sentences.get(culprit);
        return sentence != null && now.isBefore(sentence.until());
    }

    private static boolean isDatagram(SipSource source) {
        return !source.transport().isReliable();
    }

    void ban(SipSource source, Offence offence) {
        var culprit = new Culprit(Network.of(source.address().getAddress()), isDatagram(source));
        Instant now = clock.instant();
        Duration length = limits.firstBan();
        synchronized (sentences) {
            Sentence before = sentences.get(culprit);
            if (before != null && now.isBefore(before.until().plus(REMEMBERED))) {
                length = shorter(before.length().multipliedBy(2), limits.longestBan());
            }
            sentences.put(culprit, new Sentence(now, now.plus(length), length, offence));
            any = true;
        }
        tell(culprit, length, offence, now);
    }

    /// Forged sources can be banned in masses: one line in ten seconds, with how many it stands for.
    private void tell(Culprit culprit, Duration length, Offence offence, Instant now) {
        untold++;
        if (now.isBefore(lastTold.plus(QUIET))) {
            return;
        }
        LOG.info(
                "{} is banned for {} s: it {} ({} bans since the last line)",
                Network.text(culprit.network()),
                length.toSeconds(),
                offence.words(),
                untold);
        lastTold = now;
        untold = 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Those in force, the latest first.
    public List<Ban> inForce() {
        Instant now = clock.instant();
        synchronized (sentences) {
            return sentences.entrySet().stream()
                    .filter(entry -> now.isBefore(entry.getValue().until()))
                    .map(entry -> ban(entry.getKey().network(), entry.getValue()))
                    .sorted(java.util.Comparator.comparing(Ban::since).reversed())
                    .toList();
        }
    }

    private static Ban ban(InetAddress network, Sentence sentence) {
        return new Ban(
                Network.text(network),
                sentence.since(),
                sentence.until(),
                "it " + sentence.offence().words());
    }

    /// Lifts the ban of a source and forgets that there was one.
    ///
    /// @return false when there is none in force
    public boolean lift(InetAddress source) {
        InetAddress network = Network.of(source);
        Instant now = clock.instant();
        synchronized (sentences) {
            boolean lifted = isInForce(new Culprit(network, false), now) || isInForce(new Culprit(network, true), now);
            sentences.remove(new Culprit(network, false));
            sentences.remove(new Culprit(network, true));
            return lifted;
        }
    }
}
