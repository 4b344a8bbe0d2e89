package org.hotline400.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hotline400.server.Hotline400Server;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Hotline400Server.class);
    private static final Path PICTURE = Path.of("..", "docs", "modules.md");

    @Test
    void modules_use_what_they_declare_and_nothing_else() {
        MODULES.verify();
    }

    @Test
    void modules_are_documented_under_target() {
        new Documenter(MODULES).writeDocumentation();
        assertThat(Path.of("target", "spring-modulith-docs", "components.puml")).exists();
    }

    /// The picture is drawn anew where it is out of date; commit it then.
    @Test
    void the_picture_in_the_docs_is_current() throws IOException {
        var drawn = picture();
        var committed = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!committed.equals(drawn)) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(committed)
                .as("docs/modules.md was out of date and is drawn anew: commit it")
                .isEqualTo(drawn);
    }

    private static String picture() {
        return """
                # The server's modules

                Drawn by the build (`ModulesTest`) from the code; an arrow means "uses". Every module also uses `kernel`.

                ```mermaid
                graph BT
                %s
                ```
                """.formatted(MODULES.stream()
                .sorted(java.util.Comparator.comparing(ModulesTest::name))
                .filter(module -> !name(module).equals("kernel"))
                .map(ModulesTest::lines)
                .collect(Collectors.joining("\n")));
    }

    private static String lines(ApplicationModule module) {
        var uses = module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModulesTest::name)
                .filter(other -> !other.equals("kernel"))
                .sorted()
                .map(other -> "\n    " + name(module) + " --> " + other)
                .collect(Collectors.joining());
        return "    " + name(module) + uses;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
