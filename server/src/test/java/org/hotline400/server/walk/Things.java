package org.hotline400.server.walk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands for the variables in paths: the things of the enterprise that is walked around, and such that are
/// nobody's.
final class Things {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Map<String, String> known = new HashMap<>();
    private final Set<String> lacking = new HashSet<>();

    /// @param place the path up to the variable and with it: `/api/v1/phones/{id}`
    void add(String place, String value) {
        known.put(place, value);
    }

    /// The thing is there, but has nothing at this path.
    void lacks(String path) {
        lacking.add(path);
    }

    /// All that must not be shown to strangers.
    Set<String> values() {
        return Set.copyOf(known.values());
    }

    boolean knows(Rule rule) {
        return rule.namesAThing()
                && !lacking.contains(rule.path())
                && places(rule).allMatch(place -> known(rule, place).isPresent());
    }

    /// Those of the enterprise where it has one, else nobody's.
    List<String> theirs(Rule rule) {
        return places(rule)
                .map(place -> known(rule, place).orElseGet(() -> nobodys(place)))
                .toList();
    }

    List<String> nobodys(Rule rule) {
        return places(rule).map(Things::nobodys).toList();
    }

    /// A thing of its own for the whole path goes before the one that its beginning names.
    private Optional<String> known(Rule rule, String place) {
        boolean last = place.length() == rule.path().lastIndexOf('}') + 1;
        return Optional.ofNullable(last ? known.getOrDefault(rule.path(), known.get(place)) : known.get(place));
    }

    private static Stream<String> places(Rule rule) {
        return VARIABLE.matcher(rule.path()).results().map(found -> rule.path().substring(0, found.end()));
    }

    private static String nobodys(String place) {
        var variable = place.substring(place.lastIndexOf('{'));
        return switch (place) {
            case "/api/v1/number-imports/{number}", "/api/v1/number-prices/{number}" -> "1";
            case "/api/v1/forward-targets/{number}" -> "13800130000";
            case "/api/v1/lists/{name}/entries/{id}" -> "number:13800130000";
            default ->
                switch (variable) {
                    case "{number}" -> "4004999999";
                    case "{name}", "{word}" -> "nobody-has-this";
                    case "{version}" -> "1";
                    case "{year}" -> "2099";
                    case "{digits}" -> "987654";
                    case "{prefix}" -> "4003";
                    case "{address}" -> "192.0.2.99";
                    default -> UUID.randomUUID().toString();
                };
        };
    }
}
