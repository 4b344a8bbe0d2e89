package org.hotline400.server.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What stands for the variables in paths: the things of the enterprise that is walked around, and such that are
/// nobody's.
final class Things {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final Map<String, String> known = new HashMap<>();

    /// @param place the path up to the variable and with it: `/api/v1/phones/{id}`
    void add(String place, String value) {
        known.put(place, value);
    }

    /// All that must not be shown to strangers.
    Set<String> values() {
        return Set.copyOf(known.values());
    }

    boolean knows(Rule rule) {
        var places = VARIABLE.matcher(rule.path());
        boolean all = rule.namesAThing();
        while (places.find()) {
            all &= known.containsKey(rule.path().substring(0, places.end()));
        }
        return all;
    }

    /// Those of the enterprise where it has one, else nobody's.
    List<String> theirs(Rule rule) {
        var values = new ArrayList<String>();
        var places = VARIABLE.matcher(rule.path());
        while (places.find()) {
            var place = rule.path().substring(0, places.end());
            values.add(known.getOrDefault(place, nobodys(places.group(1))));
        }
        return values;
    }

    List<String> nobodys(Rule rule) {
        var values = new ArrayList<String>();
        var places = VARIABLE.matcher(rule.path());
        while (places.find()) {
            values.add(nobodys(places.group(1)));
        }
        return values;
    }

    private static String nobodys(String variable) {
        return switch (variable) {
            case "number" -> "4004999999";
            case "name", "word" -> "nobody-has-this";
            case "version" -> "1";
            case "year" -> "2099";
            case "digits" -> "987654";
            case "prefix" -> "4003";
            case "address" -> "192.0.2.99";
            case "language" -> "zh-CN";
            default -> UUID.randomUUID().toString();
        };
    }
}
