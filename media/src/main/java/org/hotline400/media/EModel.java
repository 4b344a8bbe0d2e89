package org.hotline400.media;

import java.time.Duration;

/// The E-model (ITU-T G.107, 06/2015) for G.711 calls, with every parameter that the network does not change at
/// its default: the estimate of what a listener would give, 1 (bad) to 4.5 (as good as a telephone gets).
///
/// ```text
/// R      = 93.2 − Idd − Ie,eff                                        (§7.1, defaults of §7.7)
/// Idd    = 25·((1+X⁶)^⅙ − 3·(1+(X/3)⁶)^⅙ + 2), X = log₂(Ta/100 ms)    (§7.4; 0 up to 100 ms)
/// Ie,eff = Ie + (95−Ie)·Ppl / (Ppl/BurstR + Bpl)                      (§7.5)
/// MOS    = 1 + 0.035·R + R·(R−60)·(100−R)·7·10⁻⁶                      (annex B)
/// ```
///
/// with `Ie` = 0 and `Bpl` = 25.1: G.711 whose listener conceals lost packets (ITU-T G.113 appendix I), as
/// phones and gateways do.
public final class EModel {
    private static final double BEST = 93.2;
    private static final double EQUIPMENT = 0;
    private static final double ROBUSTNESS = 25.1;

    private EModel() {}

    /// The mean opinion score.
    ///
    /// @param loss share of packets that a listener missed, 0 to 1
    /// @param burstRatio 1 for independent losses, more when they came in bursts
    /// @param delay one way, from mouth to ear
    public static double mos(double loss, double burstRatio, Duration delay) {
        return score(rating(loss, burstRatio, delay));
    }

    /// The transmission rating factor R, 93.2 at best; may be negative.
    public static double rating(double loss, double burstRatio, Duration delay) {
        double percent = 100 * loss;
        double equipment = EQUIPMENT + (95 - EQUIPMENT) * percent / (percent / burstRatio + ROBUSTNESS);
        return BEST - delayed(delay.toNanos() / 1e6) - equipment;
    }

    private static double delayed(double millis) {
        if (millis <= 100) {
            return 0;
        }
        double x = Math.log(millis / 100) / Math.log(2);
        return 25 * (root(1 + Math.pow(x, 6)) - 3 * root(1 + Math.pow(x / 3, 6)) + 2);
    }

    private static double root(double of) {
        return Math.pow(of, 1.0 / 6);
    }

    private static double score(double r) {
        // Below 6.5 the polynomial dips under 1, which no listener can give.
        return r <= 0 ? 1 : Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
    }
}
