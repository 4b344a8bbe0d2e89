package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import org.hotline400.server.prompts.PromptName;

/// Whether conversations are recorded.
///
/// @param notice played before the recording starts; never empty when `on`
/// @param retention how long recordings and voicemails are kept, in whole days
public record RecordingSettings(boolean on, List<PromptName> notice, Duration retention) {
    public RecordingSettings {
        notice = List.copyOf(notice);
    }

    static RecordingSettings read(Fields fields) {
        return new RecordingSettings(
                fields.flag("on", false),
                fields.promptsOr("notice", new PromptName("system-recording-notice")),
                Duration.ofDays(fields.number("retentionDays", 180, 1, 3650)));
    }
}
