package org.hotline400.server.lists;

/// What people write beside a list or an entry: one line.
final class Notes {
    private Notes() {}

    static String checked(String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has at most " + longest + " characters and no line break");
        }
        return text;
    }
}
