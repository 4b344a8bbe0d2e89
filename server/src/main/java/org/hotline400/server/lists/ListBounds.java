package org.hotline400.server.lists;

/// How much an enterprise may keep. Every node holds all lists in memory, at some 16 bytes an entry.
public final class ListBounds {
    public static final int MOST_LISTS = 100;
    public static final int MOST_ENTRIES = 1_000_000;
    public static final int MOST_ENTRIES_OF_ALL_LISTS = 2_000_000;
    /// Entries of one file with a PIN of their own: to hash one takes most of a millisecond.
    public static final int MOST_PINS_OF_A_FILE = 10_000;

    private ListBounds() {}
}
