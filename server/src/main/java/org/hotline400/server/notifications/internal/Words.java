package org.hotline400.server.notifications.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.notifications.EventKind;
import tools.jackson.databind.JsonNode;

/// What people read of an event: Chinese first, then English.
///
/// @param brief for a text message
record Words(String subject, String text, String brief) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);
    private static final DateTimeFormatter BRIEF =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(BusinessTime.ZONE);

    static Words of(EventKind kind, JsonNode payload) {
        var event = new Read(payload);
        return switch (kind) {
            case CALL_MISSED ->
                event.words(
                        "未接来电",
                        "missed call",
                        "原因：" + Reasons.chinese(event.reason("missed")),
                        "Reason: " + Reasons.english(event.reason("missed")));
            case CALL_VOICEMAIL ->
                event.words(
                        "新留言",
                        "new voicemail",
                        "留言时长：" + event.at("/data/voicemail/seconds") + " 秒",
                        "Length: " + event.at("/data/voicemail/seconds") + " s");
            case CALL_SURVEY ->
                event.words(
                        "满意度评价",
                        "survey answered",
                        "评分：" + event.at("/data/survey/score"),
                        "Score: " + event.at("/data/survey/score"));
            case CALL_ENDED ->
                event.words(
                        "通话结束",
                        "call ended",
                        "结果：" + Reasons.chinese(event.at("/data/call/endReason")),
                        "Result: " + Reasons.english(event.at("/data/call/endReason")));
            case LIMIT_REACHED ->
                event.words(
                        "来电受限",
                        "limit reached",
                        "原因：" + Reasons.chinese(event.reason("limit")) + "（十分钟内不再重复提醒）",
                        "Reason: " + Reasons.english(event.reason("limit")) + " (told once in ten minutes)");
            case SUBSCRIPTION_DISABLED ->
                event.plain(
                        "通知订阅已停用",
                        "a notification was switched off",
                        event.at("/data/subscription/destination"),
                        event.at("/data/subscription/error"));
            case TEST ->
                event.plain("测试通知", "test notification", "收到此消息说明通知设置正确。", "You get this, so all is set up well.");
        };
    }

    /// One payload.
    private record Read(JsonNode payload) {

        String at(String pointer) {
            return payload.at(pointer).asString("");
        }

        String reason(String part) {
            return at("/data/" + part + "/reason");
        }

        Words words(String chinese, String english, String chineseFact, String englishFact) {
            var number = new HotlineNumberText(at("/number")).display();
            var caller = at("/data/call/caller/number");
            var started = Instant.parse(at("/data/call/startedAt"));
            var text = """
                    %s %s
                    来电号码：%s
                    来电时间：%s（北京时间）
                    %s
                    通话编号：%s

                    %s %s
                    Caller: %s
                    Time: %s (Asia/Shanghai)
                    %s
                    Call: %s
                    """.formatted(
                            number,
                            chinese,
                            caller.isEmpty() ? "未显示" : caller,
                            TIME.format(started),
                            chineseFact,
                            at("/data/call/id"),
                            number,
                            english,
                            caller.isEmpty() ? "withheld" : caller,
                            TIME.format(started),
                            englishFact,
                            at("/data/call/id"));
            var brief = "【" + number + "】" + chinese + " " + (caller.isEmpty() ? "号码未显示" : caller) + " "
                    + BRIEF.format(started) + "，" + chineseFact + " | " + english;
            return new Words(number + " " + chinese + " / " + english, text, brief);
        }

        Words plain(String chinese, String english, String one, String other) {
            return new Words(
                    "Hotline400 " + chinese + " / " + english,
                    chinese + "\n" + one + "\n\n" + english + "\n" + other + "\n",
                    "【Hotline400】" + chinese + "：" + one + " | " + english);
        }
    }

    /// A dialled number as people write it; of what is no 400 number, as it is.
    private record HotlineNumberText(String digits) {
        String display() {
            return digits.matches("400[0-9]{7}") ? new HotlineNumber(digits).display() : digits;
        }
    }
}
