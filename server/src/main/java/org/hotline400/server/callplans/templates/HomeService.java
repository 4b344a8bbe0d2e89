package org.hotline400.server.callplans.templates;

import static org.hotline400.server.callplans.templates.Json.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.callplans.Words;
import tools.jackson.databind.node.ObjectNode;

/// The home service of the founding document: booking, after-sales, and a butler for everything else.
record HomeService() implements PlanTemplate {
    private static final List<String> CONNECTING = List.of("system-connecting");

    @Override
    public String name() {
        return "home-service";
    }

    @Override
    public Words title() {
        return new Words("会员服务：预约、售后、专属管家", "Members' line: booking, after-sales, a personal butler");
    }

    @Override
    public List<Question> questions() {
        return List.of(
                lines("booking", new Words("预约服务的电话？（按 1）", "Which lines take bookings? (key 1)"), "02166660101"),
                lines("afterSales", new Words("售后服务的电话？（按 2）", "Which lines are after-sales? (key 2)"), "02166660201"),
                lines("butlers", new Words("专属管家的手机？（按 0）", "Which mobiles have the butlers? (key 0)"), "13900139001"),
                new Question(
                        "welcome",
                        Question.Kind.PROMPT,
                        new Words("欢迎语？", "Which prompt welcomes callers?"),
                        true,
                        Json.node("home-vip-welcome")),
                new Question(
                        "menu",
                        Question.Kind.PROMPT,
                        new Words("菜单的提示音？", "Which prompt reads the menu?"),
                        true,
                        Json.node("home-menu")),
                new Question(
                        "nobodyFree",
                        Question.Kind.PROMPT,
                        new Words("管家都忙时的留言提示音？", "Which prompt asks for a message when all are busy?"),
                        false,
                        Json.node("system-voicemail")));
    }

    private static Question lines(String name, Words text, String example) {
        return new Question(name, Question.Kind.LINES, text, true, Json.node(List.of(example)));
    }

    @Override
    public ObjectNode write(Answers answers) {
        var steps = new LinkedHashMap<String, Object>();
        steps.put(
                "welcome",
                object("type", "announce", "prompts", List.of(answers.promptNeeded("welcome")), "next", "services"));
        steps.put(
                "services",
                object(
                        "type",
                        "menu",
                        "prompts",
                        List.of(answers.promptNeeded("menu")),
                        "keys",
                        object("1", "booking", "2", "after-sales", "0", "butler"),
                        "tries",
                        2,
                        "otherwise",
                        "butler"));
        steps.put("booking", Json.distribute(CONNECTING, answers.lines("booking", 10), "butler"));
        steps.put("after-sales", Json.distribute(CONNECTING, answers.lines("afterSales", 10), "butler"));
        steps.put("butler", Json.distribute(CONNECTING, answers.lines("butlers", 10), "nobody-free"));
        steps.put("nobody-free", Json.voicemail(answers.prompt("nobodyFree").orElse("system-voicemail")));
        return Json.document(object(
                "settings",
                object("charging", "answer-first", "ringSeconds", 20, "attempts", 3, "recording", object("on", true)),
                "start",
                "welcome",
                "steps",
                steps,
                "examples",
                examples()));
    }

    private static List<Map<String, Object>> examples() {
        return List.of(
                object(
                        "name",
                        "预约 · booking",
                        "given",
                        object("keys", "1"),
                        "expect",
                        object("path", List.of("welcome", "services", "booking"))),
                object(
                        "name",
                        "没有按键 · no key",
                        "given",
                        object(),
                        "expect",
                        object("path", List.of("welcome", "services", "butler"))),
                object(
                        "name",
                        "无人接听 · nobody answers",
                        "given",
                        object("keys", "0", "others", "never-answers"),
                        "expect",
                        object("path", List.of("welcome", "services", "butler", "nobody-free"), "end", "voicemail")));
    }
}
