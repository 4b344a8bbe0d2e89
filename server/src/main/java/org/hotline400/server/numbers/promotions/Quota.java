package org.hotline400.server.numbers.promotions;

/// For how many numbers a promotion is.
///
/// @param numbers in all; 0: no bound
/// @param ofTenant of one enterprise; 0: no bound
public record Quota(int numbers, int ofTenant) {
    public Quota {
        if (numbers < 0 || ofTenant < 0) {
            throw new IllegalArgumentException("a quota is 0 (none) or more");
        }
    }

    boolean isUsedUp(int used) {
        return numbers > 0 && used >= numbers;
    }

    boolean isUsedUpByTenant(int used) {
        return ofTenant > 0 && used >= ofTenant;
    }
}
