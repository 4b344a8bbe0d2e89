package org.hotline400.server.enrolment.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.numbers.grading.NumberClass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The rules as they are written: `enrolment/rules.json` in the jar. Whatever is wrong with them keeps the
/// server from starting.
final class RulesFile {
    private static final String RESOURCE = "/enrolment/rules.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RulesFile() {}

    private record Document(
            int version,
            @Nullable List<Entity> entities,
            @Nullable List<Trade> trades,
            @Nullable List<String> waivedOnPaper) {}

    private record Entity(
            String code,
            String zh,
            String en,
            @Nullable List<String> creditCodes,
            @Nullable List<String> classes,
            @Nullable List<String> ways,
            @Nullable List<String> papers) {
        EntityRule rule() {
            return new EntityRule(
                    EntityKind.of(code),
                    zh,
                    en,
                    present(creditCodes),
                    present(classes).stream().map(NumberClass::of).collect(Collectors.toSet()),
                    present(ways).stream().map(Entity::way).collect(Collectors.toSet()),
                    kinds(papers));
        }

        private static IntakeWay way(String code) {
            return Arrays.stream(IntakeWay.values())
                    .filter(way -> way.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no way of intake " + code));
        }
    }

    private record Trade(
            String code, String zh, String en, @Nullable List<String> papers) {
        TradeRule rule() {
            return new TradeRule(code, zh, en, kinds(papers));
        }
    }

    /// Those of the jar.
    static Rules own() {
        try (var resource = RulesFile.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            return read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException saying what is wrong with them
    static Rules read(InputStream json) {
        var document = JSON.readValue(json, Document.class);
        return new Rules(
                document.version(),
                present(document.entities()).stream().map(Entity::rule).toList(),
                present(document.trades()).stream().map(Trade::rule).toList(),
                Set.copyOf(kinds(document.waivedOnPaper())));
    }

    private static List<PaperKind> kinds(@Nullable List<String> codes) {
        return present(codes).stream().map(PaperKind::of).toList();
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
