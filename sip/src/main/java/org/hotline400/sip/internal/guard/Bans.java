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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is banned until when. Remembers for a day that somebody was, as the next ban is then longer.
public final class Bans {

    private static final Logger LOG = LoggerFactory.getLogger(Bans.class);
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Clock clock;
    private final SipLimits limits;
    private final Map<InetAddress, Sentence> sentences = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Sentence> eldest) {
            return size() > MOST;
        }
    };
    /// So that a stack without bans pays nothing for them.
    private volatile boolean any;

    private record Sentence(Instant since, Instant until, Duration length, Offence offence) {}

    Bans(Clock clock, SipLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    boolean covers(InetAddress source) {
        if (!any) {
            return false;
        }
        synchronized (sentences) {
            Sentence sentence = sentences.get(Network.of(source));
            return sentence != null && clock.instant().isBefore(sentence.until());
        }
    }

    void ban(InetAddress source, Offence offence) {
        InetAddress network = Network.of(source);
        Instant now = clock.instant();
        Duration length = limits.firstBan();
        synchronized (sentences) {
            Sentence before = sentences.get(network);
            if (before != null && now.isBefore(before.until().plus(REMEMBERED))) {
                length = shorter(before.length().multipliedBy(2), limits.longestBan());
            }
            sentences.put(network, new Sentence(now, now.plus(length), length, offence));
            any = true;
        }
        LOG.info("{} is banned for {} s: it {}", Network.text(network), length.toSeconds(), offence.words());
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
                    .map(entry -> ban(entry.getKey(), entry.getValue()))
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
        synchronized (sentences) {
            Sentence sentence = sentences.remove(Network.of(source));
            return sentence != null && clock.instant().isBefore(sentence.until());
        }
    }
}
