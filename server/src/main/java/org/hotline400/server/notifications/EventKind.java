package org.hotline400.server.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.MistakeException;

/// What one can be told of. Which calls lead to which: `docs/webhooks.md`.
public enum EventKind {
    /// A caller did not get to talk to anybody, and left no message.
    CALL_MISSED,
    /// A caller left a message.
    CALL_VOICEMAIL,
    /// A caller answered the survey after his call.
    CALL_SURVEY,
    /// Any call that is over.
    CALL_ENDED,
    /// Calls were turned away because a number's limit was reached.
    LIMIT_REACHED,
    /// A subscription was switched off because its receiver failed for days.
    SUBSCRIPTION_DISABLED,
    /// Sent on demand; needs no subscription.
    TEST;

    /// What a subscription has that names no kinds.
    public static final Set<EventKind> USUAL =
            Set.of(CALL_MISSED, CALL_VOICEMAIL, CALL_SURVEY, LIMIT_REACHED, SUBSCRIPTION_DISABLED);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /// The text code: `call.missed`.
    public String code() {
        return code;
    }

    public static EventKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        "an event is one of " + codes(), "事件为 " + codes() + " 之一，收到的是“" + code + "”。"));
    }

    private static String codes() {
        return Arrays.stream(values()).map(EventKind::code).collect(Collectors.joining(", "));
    }
}
