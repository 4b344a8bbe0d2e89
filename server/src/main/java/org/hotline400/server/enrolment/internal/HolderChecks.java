package org.hotline400.server.enrolment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.HotlineNumbers;
import org.springframework.stereotype.Component;

/// Whether this holder may have another number: known by its credit code, under whatever tenant it applies.
@Component
public class HolderChecks {
    private final ApplicationRows rows;
    private final Blacklist blacklist;
    private final FormSeal seal;
    private final HotlineNumbers numbers;
    private final NumberClasses classes;
    private final int perClass;

    public HolderChecks(
            ApplicationRows rows,
            Blacklist blacklist,
            FormSeal seal,
            HotlineNumbers numbers,
            NumberClasses classes,
            HotlineSettings settings) {
        this.rows = rows;
        this.blacklist = blacklist;
        this.seal = seal;
        this.numbers = numbers;
        this.classes = classes;
        this.perClass = settings.enrolment().numbersPerClass();
    }

    /// Runs in the caller's transaction, which acts for the operator; those of one holder come one after the
    /// other.
    List<Violation> refusals(Application one) {
        var form = one.form();
        var all = new ArrayList<Violation>();
        if (blacklist.hasCompany(form)) {
            all.add(blacklisted("company.creditCode"));
        }
        person("legalRepresentative", form.legalRepresentative(), all);
        person("handler", form.handler(), all);
        limit(one).ifPresent(all::add);
        return all;
    }

    private void person(String path, Form.Person person, List<Violation> all) {
        if (blacklist.has(person)) {
            all.add(blacklisted(path + ".number"));
        }
    }

    private static Violation blacklisted(String field) {
        return new Violation(
                field,
                "applications.blacklisted",
                "is on the shared blacklist: ask the operator what it says of you and how it is lifted",
                Optional.of("已列入共享黑名单，暂不能办理；如有异议请联系运营商核实并申请解除。"));
    }

    private Optional<Violation> limit(Application one) {
        var number = SubmissionChecks.number(one.form());
        var holder = seal.creditCode(one.form());
        if (number.isEmpty() || holder.isEmpty()) {
            return Optional.empty();
        }
        rows.queueHolder(holder.get());
        var wanted = classes.of(number.get());
        var has = rows.promises(holder.get(), one.id()).stream()
                .filter(promise -> classes.of(promise.number()) == wanted)
                .filter(this::isStillHis)
                .count();
        return has < perClass ? Optional.empty() : Optional.of(tooMany(number.get(), has));
    }

    private boolean isStillHis(ApplicationRows.Promise promise) {
        return !promise.isInService()
                || numbers.find(promise.number())
                        .filter(number -> number.tenant().equals(promise.tenant()))
                        .isPresent();
    }

    private Violation tooMany(HotlineNumber number, long has) {
        var wanted = classes.of(number);
        return new Violation(
                "choice.number",
                "applications.number-limit",
                "this holder has " + has + " " + wanted.code()
                        + " numbers, and no more of a class: choose another class," + " or give one up",
                Optional.of("同一用户每类号码最多 " + perClass + " 个，已有" + wanted.chinese() + " " + has + " 个，请另选号码等级或退订后再申请。"));
    }
}
