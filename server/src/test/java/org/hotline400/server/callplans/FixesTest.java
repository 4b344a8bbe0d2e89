package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FixesTest {
    private static final Pattern CODE = Pattern.compile("\"(plan\\.[a-z0-9-]+)\"");

    /// A new kind of finding wants words for its remedy, in both languages.
    @Test
    void everyFindingSaysHowToMendIt() throws IOException {
        var codes = codes();

        assertThat(codes).hasSizeGreaterThan(30).contains("plan.step-missing", "plan.target-is-400");
        assertThat(codes).filteredOn(code -> !Fixes.knows(code)).isEmpty();
    }

    private static Set<String> codes() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/org/hotline400/server/callplans"))) {
            var codes = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> CODE.matcher(text(file))
                            .results()
                            .map(FixesTest::code)
                            .forEach(codes::add));
            return codes;
        }
    }

    private static String code(MatchResult match) {
        return match.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
