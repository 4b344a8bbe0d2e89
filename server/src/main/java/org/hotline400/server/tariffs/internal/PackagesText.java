package org.hotline400.server.tariffs.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.tariffs.Tariff;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Packages as text: YAML or JSON.
public final class PackagesText {
    private static final int LONGEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PackagesText() {}

    /// Every scalar is text: YAML 1.1 would make 1320 of `22:00`, and of `0.17` something that is nearly it.
    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: see above.
        }
    }

    /// @throws InvalidInputException naming all that is wrong, each with its path
    public static List<Tariff> readYaml(String text) {
        try {
            Object document = reader().load(text);
            return PackagesDocument.read(JSON.valueToTree(document));
        } catch (YAMLException e) {
            throw unreadable("YAML", e);
        }
    }

    /// @throws InvalidInputException naming all that is wrong, each with its path
    public static List<Tariff> readJson(String text) {
        try {
            return PackagesDocument.read(JSON.readTree(text));
        } catch (JacksonException e) {
            throw unreadable("JSON", e);
        }
    }

    private static InvalidInputException unreadable(String language, Exception cause) {
        var failure = new InvalidInputException(List.of(
                new Violation("", "tariffs.unreadable", "cannot be read as " + language + ": " + cause.getMessage())));
        failure.initCause(cause);
        return failure;
    }

    private static Yaml reader() {
        var limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setCodePointLimit(LONGEST);
        var style = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(style), style, limits, new TextOnly());
    }

    public static String writeYaml(List<Tariff> editions) {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setWidth(120);
        var rows = editions.stream()
                .map(edition -> JSON.convertValue(EditionWriter.write(edition), Map.class))
                .toList();
        return new Yaml(style).dump(Map.of("packages", rows));
    }

    /// An edition as JSON text.
    public static String writeJson(Tariff edition) {
        return EditionWriter.write(edition).toString();
    }

    /// An edition that [#writeJson] wrote.
    public static Tariff readEdition(String json) {
        return EditionReader.read("", JSON.readTree(json));
    }

    /// The document of the box.
    static JsonNode tree(InputStream file) {
        return JSON.readTree(file);
    }
}
