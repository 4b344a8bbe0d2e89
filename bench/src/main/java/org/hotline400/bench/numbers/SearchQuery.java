package org.hotline400.bench.numbers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.bench.BenchFailedException;

/// The query of a search, taken apart.
///
/// @param parameters by their names, with one value at least each
record SearchQuery(Map<String, List<String>> parameters) {
    SearchQuery {
        parameters = Map.copyOf(parameters);
    }

    /// @param query such as `tail=888&class=special,premium`; a parameter with several values has commas or
    /// comes again
    static SearchQuery parse(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                var values = parameters.computeIfAbsent(part.substring(0, equals), _ -> new ArrayList<>());
                var decoded = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
                values.addAll(List.of(decoded.split(",", -1)));
            } else if (!part.isEmpty()) {
                throw new BenchFailedException("a search of the mix is no query: " + query);
            }
        }
        return new SearchQuery(parameters);
    }

    Set<String> names() {
        return parameters.keySet();
    }

    /// Empty when it is not asked for.
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }
}
