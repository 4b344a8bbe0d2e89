package org.hotline400.server.numbers.stock;

/// How a file of numbers is taken in.
///
/// @param fileName as its sender calls it, at most 200 characters; may be empty
/// @param onSale whether numbers are on sale where a line does not say it
/// @param dryRun only tell what would be done
/// @param author who sends it
public record ImportOrder(String fileName, boolean onSale, boolean dryRun, String author) {
    private static final int LONGEST_NAME = 200;

    public ImportOrder {
        checkName(fileName);
    }

    /// @throws IllegalArgumentException naming the fix
    public static String checkName(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a file's name has at most " + LONGEST_NAME + " characters in one line");
        }
        return name;
    }
}
