package org.hotline400.server.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// Says in Chinese what the facts of steps say in codes and English sentences. Records keep the latter,
/// so that old ones are told in today's words; what has no Chinese words stays as it is.
final class ChineseFacts {
    private static final Properties TERMS = StoryTeller.words("zh-terms");
    private static final Map<String, String> DAYS =
            Map.of("Mon", "周一", "Tue", "周二", "Wed", "周三", "Thu", "周四", "Fri", "周五", "Sat", "周六", "Sun", "周日");
    private static final Pattern TIME = Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9:]+)");

    /// A sentence with places for what it names.
    private record Saying(Pattern english, String chinese) {
        static Saying of(String english, String chinese) {
            return new Saying(Pattern.compile(english), chinese);
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            Saying.of("the called carrier answered (.*)", "对方线路应答 $1"),
            Saying.of("it rang for ([0-9]+) s and nobody answered", "振铃 $1 秒无人接听"),
            Saying.of("no sign of ringing within ([0-9]+) s", "$1 秒内没有振铃"),
            Saying.of("no trunk is up that could reach (.*)", "没有可用的中继能呼到 $1"),
            Saying.of("no phone with extension (.*) is registered", "分机 $1 没有话机在线"),
            Saying.of("the called side answered without a codec we speak \\(PCMA, PCMU\\)", "对方应答时没有可用的编码（PCMA、PCMU）"),
            Saying.of("it answered and hung up without accepting the call", "对方接起后未接受来电便挂断"),
            Saying.of("it answered and did not press (.) to accept the call", "对方接起后没有按 $1 接受来电"),
            Saying.of("the leg ended: (.*)", "线路结束：$1"),
            Saying.of("no message was left", "没有留言"),
            Saying.of("the platform's process was cut off", "平台进程中断"),
            Saying.of("replaced", "已换号"),
            Saying.of("on the operator's list \"(.*)\"", "在运营商名单“$1”上"),
            Saying.of("on the list \"(.*)\"", "在名单“$1”上"),
            Saying.of("on none of the lists of those who may call", "不在允许来电的名单上"),
            Saying.of("callers from (.*) are not served", "不接受来自 $1 的来电"),
            Saying.of(
                    "the number takes ([0-9]+) new calls a second, and has had them in this one(.*)",
                    "该号码每秒最多接入 $1 通，本秒已满$2"),
            Saying.of(
                    "the number takes ([0-9]+) calls a month, and has had them in this one(.*)",
                    "该号码每月最多接入 $1 通，本月已满$2"),
            Saying.of(
                    "the number takes ([0-9]+) calls at the same time, and has them now(.*)", "该号码最多同时接入 $1 通，现已占满$2"),
            Saying.of("the month has had its ([0-9]+) charged calls", "本月已有 $1 通计费通话，达到上限"),
            Saying.of("the month's calls have come to the cap of (.*) yuan", "本月通话费已达上限 $1 元"),
            Saying.of("nothing is left to pay the first block with, (.*) yuan", "余额不足以支付首个计费单元 $1 元"),
            Saying.of("nothing can be reserved for the call: the database cannot be asked", "数据库暂不可用，无法为本次通话预留费用"),
            Saying.of(
                    "who pays for the number is not known here yet: its account is opened within a minute",
                    "该号码的付费账户尚未开立，一分钟内开立"),
            Saying.of("no answer within ([0-9]+) s", "$1 秒内没有应答"),
            Saying.of("it answered ([0-9]{3})", "应答 $1"),
            Saying.of("its answer is no JSON object", "应答不是 JSON 对象"),
            Saying.of("its answer is no JSON", "应答不是 JSON"),
            Saying.of("the prompt \"(.*)\" is missing", "缺少语音“$1”"),
            Saying.of("seed (.*)", "随机数 $1"),
            Saying.of("turn (.*)", "第 $1 轮"));
    private static final String ALONE = " (counted on this node alone, the database could not be asked)";

    private ChineseFacts() {}

    static Map<String, String> of(Map<String, String> facts) {
        var chinese = new HashMap<String, String>();
        facts.forEach((name, value) -> chinese.put(name, of(name, value)));
        return chinese;
    }

    private static String of(String name, String value) {
        return switch (name) {
            case "time" -> TIME.matcher(value).replaceAll(found -> DAYS.get(found.group(1)) + " " + found.group(2));
            case "detail" -> TERMS.getProperty("state." + value, sentences(value));
            case "text", "draw" -> sentences(value);
            case "order", "tags", "prompts" -> value.replace(", ", "、");
            default -> TERMS.getProperty(name + "." + value, value);
        };
    }

    private static String sentences(String english) {
        return SAYINGS.stream()
                .filter(saying -> saying.english().matcher(english).matches())
                .findFirst()
                .map(saying -> saying.english().matcher(english).replaceFirst(saying.chinese()))
                .orElse(english)
                .replace(ALONE, "（数据库暂不可用，仅按本节点计算）");
    }

    /// Of all codes of a fact, those without Chinese words; for the test that nothing is forgotten.
    static List<String> without(String fact, List<String> codes) {
        return codes.stream()
                .filter(code -> !TERMS.containsKey(fact + "." + code))
                .toList();
    }
}
