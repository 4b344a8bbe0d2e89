package org.hotline400.sip.internal.guard;

import java.time.Duration;

/// How one source has behaved lately: a bucket of requests it may still send, and its offences, which fade.
final class Conduct {

    /// An offence of weight one (ten tenths) fades in two seconds.
    private static final double FADING_A_MILLISECOND = 10 / 2000.0;

    /// Whoever has proved who he is may send what he likes for a while: a carrier that is known by its password. He is
    /// not banned for longer than that, as phones prove themselves once an hour.
    private static final long UNLIMITED = Duration.ofMinutes(5).toMillis();

    private static final long UNBANNED = Duration.ofHours(2).toMillis();

    private double allowance;
    private double offences;
    private long at;
    private boolean proved;
    private long provedAt;

    Conduct(int burst, long now) {
        this.allowance = burst;
        this.at = now;
    }

    /// @return false when it has used up its share
    boolean maySend(int perSecond, int burst, long now) {
        move(perSecond, burst, now);
        if (proved && now - provedAt < UNLIMITED) {
            return true;
        }
        if (allowance < 1) {
            return false;
        }
        allowance--;
        return true;
    }

    /// @return the weight of all that has not faded, in tenths
    double offended(Offence offence, int perSecond, int burst, long now) {
        move(perSecond, burst, now);
        offences += offence.tenths();
        return offences;
    }

    void forgive() {
        offences = 0;
    }

    /// Credentials from there were right.
    void proves(long now) {
        forgive();
        proved = true;
        provedAt = now;
    }

    boolean mayBeBanned(long now) {
        return !proved || now - provedAt >= UNBANNED;
    }

    private void move(int perSecond, int burst, long now) {
        long passed = Math.max(0, now - at);
        at = now;
        allowance = Math.min(burst, allowance + passed * perSecond / 1000.0);
        offences = Math.max(0, offences - passed * FADING_A_MILLISECOND);
    }
}
