package org.hotline400.server.regions;

import java.util.List;

/// Rows of the library that are known to be wrong, and what is right. A correction stands down where the
/// library says something else than when it was written.
record Corrections(List<Row> rows) {

    /// @param prefix of the mobile numbers
    /// @param says what the library says of them
    /// @param right the code of the city; empty when nothing is known
    record Row(String prefix, String says, String right) {}

    static Corrections own() {
        return new Corrections(RegionFile.rows("corrections.csv").stream()
                .map(row -> new Row(row[0], row[1], row[2]))
                .toList());
    }

    /// What is to be believed of what the library says, as an address; empty when nothing.
    String mend(RegionTable table, String segment, String says) {
        for (var row : rows) {
            if (segment.startsWith(row.prefix()) && says.equals(row.says())) {
                return table.byAdcode(row.right())
                        .map(place -> place.province() + place.city())
                        .orElse("");
            }
        }
        return says;
    }
}
