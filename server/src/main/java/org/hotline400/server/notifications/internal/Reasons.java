package org.hotline400.server.notifications.internal;

import java.util.Map;

/// End reasons in the words of people who run a shop.
final class Reasons {
    private record Text(String chinese, String english) {}

    private static final Map<String, Text> TEXTS = Map.ofEntries(
            Map.entry("completed", new Text("已接通", "talked")),
            Map.entry("abandoned-in-ivr", new Text("来电者在语音导航中挂机", "the caller hung up in the menu")),
            Map.entry("abandoned-in-queue", new Text("来电者在排队时挂机", "the caller hung up in the queue")),
            Map.entry("abandoned-in-ring", new Text("来电者在振铃时挂机", "the caller hung up while it rang")),
            Map.entry("no-answer", new Text("无人接听", "nobody answered")),
            Map.entry("unreachable", new Text("接听电话无法接通", "no phone could be reached")),
            Map.entry("busy", new Text("接听电话占线", "all phones were busy")),
            Map.entry("queue-timeout", new Text("排队超时", "waited too long in the queue")),
            Map.entry("queue-full", new Text("排队已满", "the queue was full")),
            Map.entry("off-hours", new Text("非工作时间", "outside the hours")),
            Map.entry("voicemail", new Text("已留言", "left a message")),
            Map.entry("rejected-rate", new Text("来电过于密集", "too many calls in a short time")),
            Map.entry("rejected-concurrency", new Text("同时通话数已达上限", "as many calls as allowed at a time")),
            Map.entry("capped", new Text("本期用量已达上限", "the cap of the period is reached")));

    private Reasons() {}

    /// The code itself where there are no words for it.
    static String chinese(String code) {
        var text = TEXTS.get(code);
        return text == null ? code : text.chinese();
    }

    static String english(String code) {
        var text = TEXTS.get(code);
        return text == null ? code : text.english();
    }
}
