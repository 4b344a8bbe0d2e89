package org.hotline400.server.callplans.templates;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.Words;
import tools.jackson.databind.node.ObjectNode;

/// Three mobiles in office hours, from four answers and a greeting for those who want one.
record ThreeMobiles() implements PlanTemplate {
    @Override
    public String name() {
        return "three-mobiles";
    }

    @Override
    public Words title() {
        return new Words("三部手机，上班时间接听", "Three mobiles, office hours");
    }

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        "mobiles",
                        Question.Kind.LINES,
                        new Words("依次响哪几部手机？", "Which mobiles shall ring, one after the other?"),
                        true,
                        Json.node(List.of("13800138001", "13800138002", "13900139003"))),
                new Question(
                        "hours",
                        Question.Kind.HOURS,
                        new Words("什么时候上班？", "When are you at work?"),
                        false,
                        Json.node(OfficeHours.WORKING_DAYS.period())),
                new Question(
                        "voicemail",
                        Question.Kind.FLAG,
                        new Words("无人接听或下班时可以留言吗？", "May callers leave a message when nobody answers?"),
                        false,
                        Json.node(true)),
                new Question(
                        "ringSeconds",
                        Question.Kind.SECONDS,
                        new Words("每部手机响多少秒？（15–60）", "How many seconds shall each ring? (15–60)"),
                        false,
                        Json.node(20)),
                new Question(
                        "greeting",
                        Question.Kind.PROMPT,
                        new Words(
                                "接通前先播放哪段提示音？（可不填；填写后平台先应答）",
                                "Which prompt shall be played first? (may be left out; with one, the platform answers first)"),
                        false,
                        Json.node("system-please-wait")));
    }

    @Override
    public ObjectNode write(Answers answers) {
        return new Counter(
                        answers.lines("mobiles", 10),
                        answers.hours("hours", OfficeHours.WORKING_DAYS),
                        answers.seconds("ringSeconds", 20, 15, 60),
                        answers.flag("voicemail", true),
                        answers.prompt("greeting"),
                        Optional.empty(),
                        Optional.empty())
                .plan();
    }
}
