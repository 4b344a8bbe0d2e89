package org.hotline400.server.numbers.web;

/// Whether numbers are on sale, as a text code.
final class NumberState {
    private static final String ON_SALE = "on-sale";
    private static final String OFF_SALE = "off-sale";

    private NumberState() {}

    static String code(boolean onSale) {
        return onSale ? ON_SALE : OFF_SALE;
    }

    /// @throws IllegalArgumentException when it is neither
    static boolean isOnSale(String code) {
        return switch (code) {
            case ON_SALE -> true;
            case OFF_SALE -> false;
            default -> throw new IllegalArgumentException("is on-sale or off-sale; was \"" + code + "\"");
        };
    }
}
