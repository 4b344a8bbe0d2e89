package org.hotline400.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/conformance.md` names the test that shows each row: they must exist.
class ConformanceTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)?(?:#([a-z][A-Za-z0-9]*))?`");

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        var tests = testSources();
        var missing = new ArrayList<String>();
        int named = 0;
        for (String line : Files.readAllLines(ROOT.resolve("docs/conformance.md"))) {
            String type = "";
            for (var names = NAME.matcher(line); names.find(); named++) {
                type = names.group(1) == null ? type : names.group(1);
                String source = tests.get(type);
                String method = names.group(2);
                if (source == null || (method != null && !source.contains("void " + method + "("))) {
                    missing.add(type + (method == null ? "" : "#" + method));
                }
            }
        }
        assertThat(named).as("tests named on the page").isGreaterThan(150);
        assertThat(missing).as("named on the page and not there").isEmpty();
    }

    private static Map<String, String> testSources() throws IOException {
        var sources = new HashMap<String, String>();
        for (String module : List.of("sip", "media", "simulator", "server", "app")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(one -> one.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString();
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }
}
