package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.Region;

/// What a list is meant to do, said as plainly as possible: every entry is looked at.
final class NaiveList {
    private final Map<EntryPattern, Optional<Instant>> entries = new HashMap<>();

    void put(EntryPattern pattern, Optional<Instant> expiresAt) {
        entries.put(pattern, expiresAt);
    }

    void remove(EntryPattern pattern) {
        entries.remove(pattern);
    }

    Optional<EntryPattern> covers(CallerNumber caller, Region region, Instant at) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().map(at::isBefore).orElse(true))
                .map(Map.Entry::getKey)
                .filter(pattern -> matches(pattern, caller, region))
                .max(Comparator.comparingInt(NaiveList::weight));
    }

    private static boolean matches(EntryPattern pattern, CallerNumber caller, Region region) {
        var number = caller.normalised();
        return switch (pattern.kind()) {
            case NUMBER -> number.equals(pattern.text());
            case PREFIX -> number.matches("\\+?[0-9]+") && number.startsWith(pattern.text());
            case AREA_CODE ->
                region.areaCode().isEmpty()
                        ? caller.kind() == CallerNumber.Kind.FIXED && number.startsWith(pattern.text())
                        : region.areaCode().equals(pattern.text());
            case REGION ->
                !region.adcode().isEmpty()
                        && region.adcode().startsWith(pattern.text().replaceFirst("(00){1,2}$", ""));
        };
    }

    /// The whole number outweighs any prefix, the longer prefix the shorter, the city the province.
    private static int weight(EntryPattern pattern) {
        return switch (pattern.kind()) {
            case NUMBER -> 1_000;
            case PREFIX -> 100 + pattern.text().replace("+", "").length();
            case AREA_CODE -> 50;
            case REGION -> pattern.text().replaceFirst("(00){1,2}$", "").length();
        };
    }
}
