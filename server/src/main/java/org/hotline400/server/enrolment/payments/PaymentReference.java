package org.hotline400.server.enrolment.payments;

import java.security.SecureRandom;

/// The code that a payer writes into his transfer: `HL` and ten digits, the last of which is a check digit
/// (Luhn, ISO/IEC 7812-1 annex B), so that one wrongly typed is not taken for another's.
public final class PaymentReference {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000_000;

    private PaymentReference() {}

    static String next() {
        return next("HL");
    }

    /// One for another kind of payment.
    ///
    /// @param kind two capitals, by which people tell kinds apart
    public static String next(String kind) {
        var digits = "%09d".formatted(RANDOM.nextInt(BOUND));
        return kind + digits + checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
