package org.hotline400.server.numbers.meaning;

import java.util.List;
import java.util.stream.Collectors;

/// A trade, as a buyer of a number chooses it.
///
/// @param code stable text code: `logistics`
public record Trade(String code, String chinese, String english) {
    public Trade {
        if (!code.matches("[a-z]+(-[a-z]+)*") || chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a trade has a code such as logistics and two names; was " + code);
        }
    }

    private static final class Own {
        private static final List<Trade> ALL = DataFile.rows("trades.csv", 3).stream()
                .map(row -> new Trade(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /// Those of the jar, in the order in which they are offered.
    public static List<Trade> all() {
        return Own.ALL;
    }

    /// @throws IllegalArgumentException when no trade has this code
    public static Trade of(String code) {
        return all().stream()
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a trade is one of "
                        + all().stream().map(Trade::code).collect(Collectors.joining(", ")) + "; was \"" + code
                        + "\""));
    }
}
