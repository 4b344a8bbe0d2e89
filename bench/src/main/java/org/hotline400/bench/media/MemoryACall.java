package org.hotline400.bench.media;

/// What a call with media costs in memory: the Java process's resident memory at many calls, less that at few.
///
/// @param kilobytes of the Java process
/// @param databaseKilobytes of PostgreSQL, alike
record MemoryACall(boolean recorded, double kilobytes, double databaseKilobytes) {
    static final int FEW = 100;
    static final int MANY = 1000;

    static MemoryACall between(MediaStep few, MediaStep many) {
        var more = many.talking() - few.talking();
        if (more < 1) {
            throw new IllegalArgumentException(
                    "there must be more calls, were " + few.talking() + " and " + many.talking());
        }
        return new MemoryACall(
                many.terms().recorded(),
                (double) (many.usage().rssKilobytes() - few.usage().rssKilobytes()) / more,
                (double) (many.usage().databaseKilobytes() - few.usage().databaseKilobytes()) / more);
    }

    String text() {
        return String.format(
                "memory a call, %s: %.0f KB (PostgreSQL: %.0f KB)",
                recorded ? "recorded" : "unrecorded", kilobytes, databaseKilobytes);
    }
}
