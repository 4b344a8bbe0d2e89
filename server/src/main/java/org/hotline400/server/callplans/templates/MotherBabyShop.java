package org.hotline400.server.callplans.templates;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.Words;
import tools.jackson.databind.node.ObjectNode;

/// The shop of the founding document: its staff's mobiles ring in turn every day, after hours callers leave a message.
record MotherBabyShop() implements PlanTemplate {
    @Override
    public String name() {
        return "mother-baby-shop";
    }

    @Override
    public Words title() {
        return new Words("门店：店员手机轮流接听，打烊后留言", "A shop: the staff's mobiles in turn, messages after hours");
    }

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        "mobiles",
                        Question.Kind.LINES,
                        new Words("依次响哪几部店员手机？", "Which mobiles of the staff shall ring, one after the other?"),
                        true,
                        Json.node(List.of("13800138001", "13800138002", "13900139003"))),
                new Question(
                        "hours",
                        Question.Kind.HOURS,
                        new Words("什么时候营业？", "When is the shop open?"),
                        false,
                        Json.node(OfficeHours.EVERY_DAY.period())),
                new Question(
                        "afterHours",
                        Question.Kind.PROMPT,
                        new Words("打烊后的留言提示音？", "Which prompt asks for a message after hours?"),
                        false,
                        Json.node("system-voicemail")),
                new Question(
                        "nobodyFree",
                        Question.Kind.PROMPT,
                        new Words("店员都忙时的留言提示音？", "Which prompt asks for a message when all are busy?"),
                        false,
                        Json.node("system-voicemail")));
    }

    @Override
    public ObjectNode write(Answers answers) {
        return new Counter(
                        answers.lines("mobiles", 10),
                        answers.hours("hours", OfficeHours.EVERY_DAY),
                        15,
                        true,
                        Optional.empty(),
                        answers.prompt("afterHours"),
                        answers.prompt("nobodyFree"))
                .plan();
    }
}
