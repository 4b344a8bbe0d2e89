package org.hotline400.server.enrolment.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationPapers;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.FormFacts;
import org.hotline400.server.enrolment.form.FormFields;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.rules.Rules;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.tariffs.Tariffs;
import org.springframework.stereotype.Component;

/// Everything that keeps an application from being handed in, told at once.
@Component
public class SubmissionChecks {
    private static final String MISSING = "missing";

    private final Rules rules;
    private final ApplicationPapers papers;
    private final Tariffs tariffs;
    private final NumberClasses classes;
    private final HolderChecks holders;
    private final Clock clock;

    public SubmissionChecks(
            Rules rules,
            ApplicationPapers papers,
            Tariffs tariffs,
            NumberClasses classes,
            HolderChecks holders,
            Clock clock) {
        this.rules = rules;
        this.papers = papers;
        this.tariffs = tariffs;
        this.classes = classes;
        this.holders = holders;
        this.clock = clock;
    }

    /// What is wrong with what was written so far; empty fields are not wrong.
    public List<Violation> wrong(Application one) {
        var form = one.form();
        var all = new LinkedHashSet<>(FormFacts.wrong(form, today()));
        all.addAll(FormRules.broken(rules, form, one.intake(), sold(form)));
        return List.copyOf(all);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private Optional<NumberClass> sold(Form form) {
        return number(form).map(classes::of);
    }

    /// The chosen number; empty where it is none.
    static Optional<HotlineNumber> number(Form form) {
        return form.choice().number().flatMap(text -> {
            try {
                return Optional.of(HotlineNumber.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /// The papers that it needs.
    public List<PaperKind> needed(Application one) {
        return rules.papers(
                FormRules.entity(one.form()), one.form().trade(), one.intake().channel());
    }

    /// Everything that keeps it from being handed in; runs in the caller's transaction, which acts for the
    /// operator.
    List<Violation> all(StoredApplication stored) {
        var one = stored.application();
        var all = new ArrayList<>(wrong(one));
        FormFields.missing(one.form())
                .forEach(field -> all.add(new Violation(field, MISSING, "is required", Optional.of("必填。"))));
        all.addAll(papers(stored));
        all.addAll(tariff(one.form()));
        all.addAll(holders.refusals(one));
        return all;
    }

    private List<Violation> papers(StoredApplication stored) {
        var one = stored.application();
        var present = papers.present(one.id());
        var missing = needed(one).stream()
                .filter(paper -> !present.contains(paper))
                .map(paper ->
                        violation(paper, MISSING, "upload the " + paper.english(), "请上传" + paper.chinese() + "。"));
        var copied = papers.usedElsewhere(one.id()).stream()
                .sorted()
                .map(paper -> violation(
                        paper,
                        "papers.used-elsewhere",
                        "is the very file of another enterprise: scan the " + paper.english() + " of this one",
                        "与另一家企业上传的文件完全相同，请上传本单位的" + paper.chinese() + "扫描件。"));
        return Stream.of(missing, notRenewed(stored).stream(), copied)
                .flatMap(Function.identity())
                .toList();
    }

    /// Papers that a reviewer found wrong and that are still the same.
    private List<Violation> notRenewed(StoredApplication stored) {
        var one = stored.application();
        if (one.state() != ApplicationState.CORRECTION_ASKED) {
            return List.of();
        }
        var renewed = papers.renewed(one.id(), stored.correctionAskedAt().orElseThrow());
        return one.findings().stream()
                .filter(Finding::isAboutPaper)
                .map(SubmissionChecks::paper)
                .distinct()
                .filter(paper -> !renewed.contains(paper))
                .map(paper -> violation(
                        paper,
                        "applications.not-renewed",
                        "upload a new " + paper.english() + ": the last one was found wrong",
                        "请重新上传" + paper.chinese() + "：上一份未通过审核。"))
                .toList();
    }

    static PaperKind paper(Finding finding) {
        return PaperKind.of(finding.subject().substring("papers.".length()));
    }

    private static Violation violation(PaperKind paper, String code, String english, String chinese) {
        return new Violation("papers." + paper.code(), code, english, Optional.of(chinese));
    }

    private List<Violation> tariff(Form form) {
        var choice = form.choice();
        if (choice.tariff().isEmpty()) {
            return List.of();
        }
        var tariff = tariffs.find(choice.tariff().get());
        if (tariff.isEmpty()) {
            return List.of(new Violation(
                    "choice.tariff",
                    "applications.unknown-tariff",
                    "is no package that is sold: choose one of GET /api/v1/tariffs",
                    Optional.of("没有这个在售套餐，请从套餐列表中选择。")));
        }
        var terms = tariff.get().terms().stream().map(term -> term.months()).toList();
        return choice
                .termMonths()
                .filter(months -> !terms.contains(months))
                .map(_ -> new Violation(
                        "choice.termMonths",
                        "applications.unknown-term",
                        "this package is offered for " + terms + " months",
                        Optional.of("该套餐可选合约期为 " + terms + " 个月。")))
                .or(() -> tooShort(form))
                .stream()
                .toList();
    }

    private Optional<Violation> tooShort(Form form) {
        var least = number(form).map(classes::minimumMonths).orElse(0);
        return form.choice()
                .termMonths()
                .filter(months -> months < least)
                .map(_ -> new Violation(
                        "choice.termMonths",
                        "applications.term-too-short",
                        "this number is given for " + least + " months or more",
                        Optional.of("该号码最低在网 " + least + " 个月。")));
    }
}
