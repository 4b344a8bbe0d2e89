package org.hotline400.sip.internal.wire;

/// A CSeq value (RFC 3261 §20.16).
public record CSeq(long number, String method) {

    /// @throws IllegalArgumentException saying what is wrong
    public static CSeq parse(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        String method = value.substring(end).strip();
        if (end == 0 || end > 10 || end == value.length() || value.charAt(end) > ' ' || method.isEmpty()) {
            throw new IllegalArgumentException("CSeq must read number method");
        }
        long number = Long.parseLong(value.substring(0, end));
        if (number >= 1L << 31) {
            throw new IllegalArgumentException("CSeq number must be below 2^31");
        }
        return new CSeq(number, method);
    }
}
