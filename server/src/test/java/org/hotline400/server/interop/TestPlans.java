package org.hotline400.server.interop;

import java.util.List;
import java.util.StringJoiner;

/// Two short plans for the numbers of the sample customers whose own ones take long to hear: only signalling counts
/// here.
final class TestPlans {
    /// Rings one target at once and answers when it does.
    static final String DIRECT = "4006173952";

    /// Answers at once and asks for a key.
    static final String MENU = "4006666666";

    /// Where both lead.
    static final String TARGET = "01066660099";

    private static final String SETTINGS = """
            {"charging": "%s", "language": "zh-CN", "ringSeconds": 6, "attempts": 3, "maxCallSeconds": 300,
             "recording": {"on": false}}""";
    private static final String STEPS = """
            "staff": {"type": "distribute", "targets": [{"to": "01066660099"}], "otherwise": "over"},
            "over": {"type": "hang-up"}""";
    private static final String QUESTION = """
            "menu": {"type": "menu", "prompts": ["home-menu"], "keys": {"1": "staff"}, "waitSeconds": 5, "tries": 9,
                     "otherwise": "over"},""";

    private TestPlans() {}

    static void publish(InteropServer server) {
        server.rest().publish(DIRECT, """
                        {"settings": %s, "start": "staff", "steps": {%s}}""".formatted(SETTINGS.formatted("ringback"), STEPS));
        server.rest().publish(MENU, """
                        {"settings": %s, "start": "menu", "steps": {%s %s}}""".formatted(SETTINGS.formatted("answer-first"), QUESTION, STEPS));
    }

    /// [#MENU] for callers who stay and press nothing, at most so many at the same time.
    static String patientMenu(int mostCalls) {
        return """
                {"settings": {"charging": "answer-first", "language": "zh-CN", "maxCallSeconds": 300, "maxCalls": %d,
                              "recording": {"on": false}},
                 "start": "menu", "steps": {
                 "menu": {"type": "menu", "prompts": ["home-menu"], "keys": {"1": "over"}, "waitSeconds": 30, "tries": 9,
                          "otherwise": "over"},
                 "over": {"type": "hang-up"}}}""".formatted(mostCalls);
    }

    /// Lets each of nine keys of [#MENU] ring one extension, in this order.
    static void publishExtensions(InteropServer server, List<String> extensions) {
        var keys = new StringJoiner(", ");
        var steps = new StringJoiner(", ");
        for (int i = 0; i < extensions.size(); i++) {
            keys.add("\"%d\": \"phone-%d\"".formatted(i + 1, i + 1));
            steps.add("""
                    "phone-%d": {"type": "distribute", "targets": [{"to": "ext:%s"}], "otherwise": "over"}""".formatted(i + 1, extensions.get(i)));
        }
        server.rest().publish(MENU, """
                        {"settings": %s, "start": "menu", "steps": {
                         "menu": {"type": "menu", "prompts": ["home-menu"], "keys": {%s}, "waitSeconds": 5, "tries": 9,
                                  "otherwise": "over"},
                         %s, "over": {"type": "hang-up"}}}""".formatted(SETTINGS.formatted("answer-first"), keys, steps));
    }
}
