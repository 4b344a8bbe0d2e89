package org.hotline400.server.walk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one operation of the API is to let in: a line of `endpoint-walk.txt`, which says what the columns mean.
///
/// @param route method and path, as the description of the API has them: `GET /api/v1/calls/{id}`
/// @param query sent along; empty or with its question mark
/// @param sample a body that reads well, empty for the usual one
record Rule(String route, String query, Who who, Does does, String scope, String sample) {
    private static final Pattern FORM =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE) +(/\\S*?)(\\?\\S+)? +(\\S+) +(\\S+) +(\\S+)(?: +(\\S.*))?");

    enum Who {
        /// Anybody, without a key.
        VISITORS,
        /// Whoever has a key, whatever it opens.
        ANY,
        /// Whoever has a key with the scope; what is shown belongs to no tenant.
        SHARED,
        /// Whoever has a key with the scope, his own tenant's things only.
        TENANT,
        /// As TENANT; but that a thing exists is no secret, as with numbers in the shop.
        CATALOGUE,
        /// The operator's people with the scope.
        OPERATOR;

        boolean ownsThings() {
            return this == TENANT || this == CATALOGUE;
        }
    }

    enum Does {
        READING,
        CHANGING
    }

    static Rule parse(String line) {
        var match = FORM.matcher(line.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("no rule: " + line);
        }
        return new Rule(
                match.group(1) + " " + match.group(2),
                group(match, 3),
                Who.valueOf(match.group(4).toUpperCase(java.util.Locale.ROOT)),
                Does.valueOf(match.group(5).toUpperCase(java.util.Locale.ROOT)),
                match.group(6),
                group(match, 7));
    }

    private static String group(Matcher match, int number) {
        return Optional.ofNullable(match.group(number)).orElse("");
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    String path() {
        return route.substring(route.indexOf(' ') + 1);
    }

    boolean namesAThing() {
        return path().contains("{");
    }

    @Override
    public String toString() {
        return route;
    }
}
