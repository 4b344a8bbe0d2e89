package org.hotline400.server.enrolment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.rules.EntityRule;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.hotline400.server.enrolment.rules.Rules;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.grading.NumberClass;

/// Holds a form against the rules of its entity and trade. Pure; what is not filled in breaks no rule.
public final class FormRules {
    private final Rules rules;
    private final Form form;
    private final List<Violation> violations = new ArrayList<>();

    private FormRules(Rules rules, Form form) {
        this.rules = rules;
        this.form = form;
    }

    /// @param sold the class of the chosen number; empty while there is none
    public static List<Violation> broken(Rules rules, Form form, Intake intake, Optional<NumberClass> sold) {
        var look = new FormRules(rules, form);
        look.trade();
        entity(form).map(rules::of).ifPresent(rule -> {
            look.creditCode(rule);
            look.numberClass(rule, sold);
            look.way(rule, IntakeWay.of(intake));
        });
        return List.copyOf(look.violations);
    }

    /// Empty when none, or one that there is not, is named.
    public static Optional<EntityKind> entity(Form form) {
        return form.entity().flatMap(code -> {
            try {
                return Optional.of(EntityKind.of(code));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private void trade() {
        form.trade()
                .filter(code -> rules.trade(code).isEmpty())
                .ifPresent(_ -> add(
                        "trade",
                        "applications.wrong",
                        "is no trade here: choose one of GET /api/v1/application-rules",
                        "没有这个行业，请从行业列表中选择。"));
    }

    private void creditCode(EntityRule rule) {
        form.company()
                .creditCode()
                .filter(code -> !rule.fits(code))
                .ifPresent(_ -> add(
                        "company.creditCode",
                        "applications.other-entity",
                        "is not the code of a " + rule.english() + ": mend the code, or the kind of entity",
                        "该信用代码不属于“" + rule.chinese() + "”，请核对代码或主体类型。"));
    }

    private void numberClass(EntityRule rule, Optional<NumberClass> sold) {
        sold.filter(one -> !rule.classes().contains(one))
                .ifPresent(one -> add(
                        "choice.number",
                        "applications.class-not-allowed",
                        "is a " + one.code() + " number, which a " + rule.english() + " may not have: choose another",
                        rule.chinese() + "不能申请" + one.chinese() + "，请另选号码。"));
    }

    private void way(EntityRule rule, IntakeWay way) {
        if (!rule.ways().contains(way)) {
            add(
                    "entity",
                    "applications.way-not-allowed",
                    "a " + rule.english() + " applies at the operator's counter: ask an account manager to take it in",
                    rule.chinese() + "须通过运营商直接办理，请联系客户经理录入申请。");
        }
    }

    private void add(String field, String code, String english, String chinese) {
        violations.add(new Violation(field, code, english, Optional.of(chinese)));
    }
}
