package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import org.hotline400.server.prompts.PromptName;

/// Greets, then records what the caller says. The call ends with it.
///
/// ```json
/// {"type": "voicemail", "greeting": ["system-voicemail"], "maxSeconds": 120, "stopKey": "#", "silenceSeconds": 8}
/// ```
///
/// @param stopKey ends the message
/// @param atMost the longest message
/// @param silence this long without a sound ends it
public record Voicemail(List<PromptName> greeting, char stopKey, Duration atMost, Duration silence) implements Step {
    static final String TYPE = "voicemail";

    public Voicemail {
        greeting = List.copyOf(greeting);
    }

    static Voicemail read(Fields fields) {
        return new Voicemail(
                PromptFields.promptsOr(fields, "greeting", new PromptName("system-voicemail")),
                fields.key("stopKey", '#'),
                fields.seconds("maxSeconds", 120, 5, 600),
                fields.seconds("silenceSeconds", 8, 2, 60));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public List<PromptName> prompts() {
        return greeting;
    }
}
