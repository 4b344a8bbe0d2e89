package org.hotline400.server.walk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one operation of the API is to let in: a line of `endpoint-walk.txt`, which says what the columns mean.
///
/// @param route method and path, as the description of the API has them: `GET /api/v1/calls/{id}`
/// @param query sent along; empty or with its question mark
/// @param body one that reads well, with its media type before it when that is not JSON; empty for the usual one
record Rule(String route, String query, Who who, Does does, String scope, String body) {
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+(?=:)");

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
        /// As TENANT; the path gives a name to what is made or replaced in one's own tenant.
        NAMES,
        /// The operator's people with the scope.
        OPERATOR;

        boolean ownsThings() {
            return this == TENANT || this == CATALOGUE || this == NAMES;
        }
    }

    enum Does {
        READING,
        CHANGING,
        /// Changing what is one's own, such as one's sessions, whatever else one may.
        OWN
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

    /// The media type of the sample; empty when it is not named.
    String sampleType() {
        var type = TYPE.matcher(body);
        return type.lookingAt() ? type.group() : "";
    }

    String sample() {
        return sampleType().isEmpty() ? body : body.substring(sampleType().length() + 1);
    }

    /// The same operation, asked with another query.
    Rule with(String other) {
        return new Rule(route, other, who, does, scope, body);
    }

    boolean namesAThing() {
        return path().contains("{");
    }

    @Override
    public String toString() {
        return route;
    }
}
