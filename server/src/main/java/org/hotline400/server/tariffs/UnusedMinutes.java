package org.hotline400.server.tariffs;

/// What becomes of bundled minutes that were not used in their month.
public sealed interface UnusedMinutes {
    /// What stands before the months in its code.
    String CARRY_OVER = "carry-over-";

    /// They are gone.
    record Expire() implements UnusedMinutes {}

    /// The rent of the unused share is credited at the end of the month: unused × rent / minutes.
    record PayByUse() implements UnusedMinutes {}

    /// They last some months longer, and are used before newer ones.
    ///
    /// @param months 1 to 12
    record CarryOver(int months) implements UnusedMinutes {
        public CarryOver {
            if (months < 1 || months > 12) {
                throw new IllegalArgumentException("minutes are carried over for 1 to 12 months; was " + months);
            }
        }
    }

    /// The text code: `expire`, `pay-by-use`, `carry-over-3`.
    default String code() {
        return switch (this) {
            case Expire() -> "expire";
            case PayByUse() -> "pay-by-use";
            case CarryOver(var months) -> CARRY_OVER + months;
        };
    }

    static UnusedMinutes of(String code) {
        return switch (code) {
            case "expire" -> new Expire();
            case "pay-by-use" -> new PayByUse();
            default -> {
                if (!code.matches(CARRY_OVER + "[0-9]{1,2}")) {
                    throw new IllegalArgumentException(
                            "unused minutes are expire, pay-by-use or, for three months, carry-over-3; was \"" + code
                                    + "\"");
                }
                yield new CarryOver(Integer.parseInt(code.substring(CARRY_OVER.length())));
            }
        };
    }
}
