package org.hotline400.server.notifications;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.kernel.MistakeException;

/// The way a notification goes.
public enum Channel {
    WEBHOOK,
    MAIL,
    SMS;

    /// The text code: `webhook`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        "a channel is webhook, mail or sms; was \"" + code + "\"",
                        "渠道为 webhook、mail 或 sms，收到的是“" + code + "”。"));
    }
}
