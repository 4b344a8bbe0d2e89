package org.hotline400.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "org.hotline400.server";
    private static final String EXAMPLES = ROOT + ".architecture.counterexamples";
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses COUNTEREXAMPLES = new ClassFileImporter().importPackages(EXAMPLES);

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                Named.of("modules form a tree without cycles", Rules.noCycles(ROOT)),
                Named.of("the kernel knows neither web nor database", Rules.pure(ROOT + ".kernel..")),
                Named.of("names say what a thing is", Rules.plainNames()),
                Named.of("time comes from the injected clock", Rules.injectedClock()),
                Named.of("dependencies come through constructors", Rules.noFieldInjection()),
                Named.of("internals stay inside their module", Rules.internalsStayInside()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_server_keeps(ArchRule rule) {
        rule.check(SERVER);
    }

    static Stream<Named<ArchRule>> rulesForCounterexamples() {
        return Stream.of(
                Named.of("cycle", Rules.noCycles(EXAMPLES)),
                Named.of("database in a pure place", Rules.pure(EXAMPLES + "..")),
                Named.of("name", Rules.plainNames()),
                Named.of("clock", Rules.injectedClock()),
                Named.of("field injection", Rules.noFieldInjection()),
                Named.of("foreign internals", Rules.internalsStayInside()));
    }

    @ParameterizedTest
    @MethodSource("rulesForCounterexamples")
    void a_counterexample_breaks(ArchRule rule) {
        assertThat(COUNTEREXAMPLES.size()).isPositive();
        assertThatThrownBy(() -> rule.check(COUNTEREXAMPLES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("counterexamples");
    }
}
