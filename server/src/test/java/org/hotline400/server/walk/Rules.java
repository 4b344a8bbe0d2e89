package org.hotline400.server.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The table `endpoint-walk.txt`.
final class Rules {
    static final String FILE = "server/src/test/resources/endpoint-walk.txt";
    private static final List<Rule> ALL = read();

    private Rules() {}

    private static List<Rule> read() {
        try (var in = Rules.class.getResourceAsStream("/endpoint-walk.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Rule> all() {
        return ALL;
    }

    static Stream<Rule> that(Predicate<Rule> wanted) {
        return ALL.stream().filter(wanted);
    }
}
