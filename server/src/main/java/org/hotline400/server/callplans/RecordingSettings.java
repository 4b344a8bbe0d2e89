package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Whether conversations are recorded.
///
/// @param notice played before the recording starts; never empty when `on`
/// @param optOut a key by which the caller objects, in the notice or later: what was recorded is deleted; null: none
/// @param retention how long recordings and voicemails are kept, in whole days
public record RecordingSettings(
        boolean on, List<PromptName> notice, @Nullable Character optOut, Duration retention) {
    public RecordingSettings {
        notice = List.copyOf(notice);
    }

    static RecordingSettings read(Fields fields) {
        return new RecordingSettings(
                fields.flag("on", false),
                PromptFields.promptsOr(fields, "notice", new PromptName("system-recording-notice")),
                fields.has("optOutKey") ? Character.valueOf(fields.key("optOutKey", '9')) : null,
                Duration.ofDays(fields.number("retentionDays", 180, 1, 3650)));
    }

    RecordingSettings off() {
        return new RecordingSettings(false, notice, optOut, retention);
    }

    public Optional<Character> optOutKey() {
        return Optional.ofNullable(optOut);
    }
}
