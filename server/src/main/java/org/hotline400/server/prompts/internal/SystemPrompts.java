package org.hotline400.server.prompts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The prompts in the jar: `prompts/texts.json` lists them, `prompts/<language>/<name>.wav` is their audio. A jar in
/// which one is missing does not start: better than a silent line.
final class SystemPrompts {
    private static final String FOLDER = "/prompts/";

    private SystemPrompts() {}

    record Text(String name, String language, String text) {}

    record Key(PromptName name, Language language) {}

    static Map<Key, Prompt> load() {
        return texts().stream()
                .map(SystemPrompts::prompt)
                .collect(Collectors.toUnmodifiableMap(p -> new Key(p.name(), p.language()), Function.identity()));
    }

    private static List<Text> texts() {
        try (InputStream in = open(FOLDER + "texts.json")) {
            return JsonMapper.shared().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prompt prompt(Text text) {
        try (InputStream in = open(FOLDER + text.language() + "/" + text.name() + ".wav")) {
            short[] samples = TelephoneAudio.ofFile(in.readAllBytes());
            return new Prompt(new PromptName(text.name()), Language.ofTag(text.language()), samples, text.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = SystemPrompts.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the jar lacks " + resource + "; run make-prompts.sh and build again");
        }
        return in;
    }
}
