package org.hotline400.server.tariffs.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.hotline400.server.kernel.InvalidInputException;
import org.junit.jupiter.api.Test;

/// Packages that are written wrong keep the server from starting, and all that is wrong is told at once.
class BoxedTariffsTest {
    private static final String GOOD = """
            {"code":"%s","version":1,"from":"%s","chinese":"某","english":"Some","rentPerMonth":"%s","minutes":1,
             "perMinute":"0.2","terms":[{"months":12,"percentOff":20}]}
            """;

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThatThrownBy(() -> read(
                        GOOD.formatted("a", "2026-01-01", "1"),
                        GOOD.formatted("a", "2026-06-01", "1"),
                        GOOD.formatted("b", "tomorrow", "1"),
                        GOOD.formatted("c", "2026-01-01", "dear"),
                        "{\"code\":\"d\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "packages[1]: this edition stands there twice",
                        "packages[2].from: is a date",
                        "packages[3].rentPerMonth: an amount is decimal yuan",
                        "packages[4].version: is required",
                        "packages[4].terms: is required");
    }

    @Test
    void noPackagesAreNoPackages() {
        assertThatThrownBy(BoxedTariffsTest::read).hasMessageContaining("packages: is required");
    }

    private static void read(String... rows) {
        var json = "{\"packages\":[" + String.join(",", rows) + "]}";
        BoxedTariffs.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
