package org.hotline400.server.notifications;

import java.util.Arrays;
import java.util.Locale;

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
                .orElseThrow(
                        () -> new IllegalArgumentException("a channel is webhook, mail or sms; was \"" + code + "\""));
    }
}
