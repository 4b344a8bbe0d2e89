package org.hotline400.sip.internal.dialog;

/// Reading the whole numbers of header fields.
final class Numbers {

    private Numbers() {}

    /// A number of at most 2³²-1 in digits; -1 for anything else.
    static long read(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = plain ? Long.parseLong(digits) : -1;
        return number < 1L << 32 ? number : -1;
    }
}
