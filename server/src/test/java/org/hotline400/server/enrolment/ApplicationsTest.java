package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.enrolment.Applicants.done;
import static org.hotline400.server.enrolment.Applicants.findings;
import static org.hotline400.server.enrolment.Applicants.ordinary;
import static org.hotline400.server.enrolment.Applicants.owner;
import static org.hotline400.server.enrolment.Applicants.refused;
import static org.hotline400.server.enrolment.Applicants.reviewer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.Samples;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.grading.NumberClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The life of applications, with their numbers.
@EnrolmentTest
class ApplicationsTest {
    private final Applications applications;
    private final Applicants applicants;
    private final FakePapers papers;
    private final HotlineNumbers numbers;
    private final Facts facts;

    @Autowired
    ApplicationsTest(
            Applications applications, Applicants applicants, FakePapers papers, HotlineNumbers numbers, Facts facts) {
        this.applications = applications;
        this.applicants = applicants;
        this.papers = papers;
        this.numbers = numbers;
        this.facts = facts;
    }

    private NumberStatus status(HotlineNumber number) {
        return numbers.find(number).map(NumberInService::status).orElse(NumberStatus.AVAILABLE);
    }

    private Application now(Application one) {
        return applications.find(one.id(), owner(one.tenant())).orElseThrow();
    }

    private List<String> story(Application one) {
        return applications.history(one.id(), Optional.empty(), 100, owner(one.tenant())).items().reversed().stream()
                .map(step -> step.event().code() + " → " + step.to().code())
                .toList();
    }

    @Test
    void from_draft_to_live() {
        var number = ordinary();
        var draft = applicants.ready(number);
        var id = draft.id();

        var submitted = done(applicants.submit(draft));
        assertThat(submitted.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(submitted.policy()).isEqualTo(PaymentPolicy.BEFORE_REVIEW);
        assertThat(submitted.lapsesAt())
                .isEqualTo(numbers.find(number).orElseThrow().until());
        assertThat(submitted.dueAt()).isPresent();
        assertThat(numbers.find(number).orElseThrow().is(NumberStatus.RESERVED, draft.tenant()))
                .isTrue();

        var reviewer = reviewer();
        var platform = ApplicationActor.platform("in a test");
        assertThat(applications.take(id, reviewer)).isInstanceOf(ApplicationChange.Impossible.class);
        assertThat(done(applications.paid(id, platform)).state()).isEqualTo(ApplicationState.PAID);
        assertThat(done(applications.take(id, reviewer)).reviewer()).contains(reviewer.principal());
        assertThat(done(applications.giveBack(id, reviewer)).state()).isEqualTo(ApplicationState.PAID);
        done(applications.take(id, reviewer));
        assertThat(done(applications.approve(id, reviewer)).approvals()).containsExactly(reviewer.principal());
        done(applications.provisioned(id, platform));
        assertThat(done(applications.live(id, platform)).state()).isEqualTo(ApplicationState.LIVE);

        assertThat(story(draft))
                .containsExactly(
                        "submit → submitted",
                        "pay → paid",
                        "take → in-review",
                        "return → paid",
                        "take → in-review",
                        "approve → approved",
                        "provision → provisioned",
                        "go-live → live");
        assertThat(facts.of(id))
                .startsWith("submit draft → submitted", "pay submitted → paid")
                .endsWith("go-live provisioned → live")
                .hasSize(8);
    }

    @Test
    void what_was_done_already_is_as_before() {
        var reviewer = reviewer();
        var one = applicants.inReview(ordinary(), reviewer);
        var id = one.id();
        var platform = ApplicationActor.platform("in a test");

        assertThat(applicants.submit(one)).isInstanceOf(ApplicationChange.AsBefore.class);
        assertThat(applications.paid(id, platform)).isInstanceOf(ApplicationChange.AsBefore.class);
        assertThat(applications.take(id, reviewer)).isInstanceOf(ApplicationChange.AsBefore.class);
        done(applications.approve(id, reviewer));
        assertThat(applications.approve(id, reviewer)).isInstanceOf(ApplicationChange.AsBefore.class);
        done(applications.provisioned(id, platform));
        assertThat(applications.provisioned(id, platform)).isInstanceOf(ApplicationChange.AsBefore.class);
        done(applications.live(id, platform));
        assertThat(applications.live(id, platform)).isInstanceOf(ApplicationChange.AsBefore.class);
        assertThat(facts.of(id)).hasSize(6);
    }

    @Test
    void a_draft_keeps_what_is_wrong_and_is_handed_in_only_when_all_is_right() {
        var tenant = applicants.tenant();
        var form = Samples.shop("400-120-120");
        var draft = applicants.write(applicants.begin(tenant), Samples.of(form, "sole-proprietor", "education"));
        papers.put(draft.id(), PaperKind.BUSINESS_LICENCE);

        assertThat(now(draft).form().choice().number()).contains("400120120");
        assertThat(refused(applicants.submit(draft)))
                .containsExactly(
                        "choice.number applications.wrong",
                        "company.creditCode applications.other-entity",
                        "papers.application-form missing",
                        "papers.handler-id missing",
                        "papers.legal-representative-id missing",
                        "papers.school-licence missing");
        assertThat(now(draft)).isEqualTo(draft);
        assertThat(refused(applicants.submit(applicants.begin(tenant))))
                .contains("company.name missing", "choice.forwardTo missing", "papers.business-licence missing")
                .hasSize(25);
    }

    @Test
    void a_package_and_a_term_must_be_offered() {
        var form = Samples.shop(ordinary().digits());
        var choice = form.choice();
        var unknown = new Form.Choice(
                choice.number(), Optional.of("luxury"), choice.termMonths(), choice.purpose(), choice.forwardTo());
        var odd = new Form.Choice(
                choice.number(), choice.tariff(), Optional.of(13), choice.purpose(), choice.forwardTo());

        assertThat(refused(applicants.submit(applicants.ready(applicants.tenant(), Samples.with(form, unknown)))))
                .containsExactly("choice.tariff applications.unknown-tariff");
        assertThat(refused(applicants.submit(applicants.ready(applicants.tenant(), Samples.with(form, odd)))))
                .containsExactly("choice.termMonths applications.unknown-term");
    }

    @Test
    void a_premium_number_is_bound_for_its_minimum_and_not_for_sole_proprietors() {
        var number = Applicants.number(NumberClass.PREMIUM).digits();
        var form = Samples.with(Samples.of(Samples.shop(number), "sole-proprietor", "food"), Samples.company("92"));

        assertThat(refused(applicants.submit(applicants.ready(applicants.tenant(), form))))
                .contains("choice.number applications.class-not-allowed")
                .anyMatch(one -> one.equals("choice.termMonths applications.term-too-short"));
    }

    @Test
    void a_foreign_invested_enterprise_is_taken_in_by_the_operator_only() {
        var tenant = applicants.tenant();
        var number = ordinary();
        var form = Samples.of(Samples.shop(number.digits()), "foreign-invested", "retail");
        assertThat(refused(applicants.submit(applicants.ready(tenant, form))))
                .containsExactly("entity applications.way-not-allowed", "papers.foreign-investment-approval missing");

        var manager = reviewer();
        var intake = new Intake(Intake.Channel.PAPER, Optional.of(manager.principal()), Optional.empty());
        var begun = done(applications.begin(tenant, intake, manager));
        var draft = done(applications.edit(begun.id(), begun.version(), form, manager));
        papers.put(
                draft.id(),
                PaperKind.BUSINESS_LICENCE,
                PaperKind.LEGAL_REPRESENTATIVE_ID,
                PaperKind.HANDLER_ID,
                PaperKind.FOREIGN_INVESTMENT_APPROVAL);
        var submitted = done(applications.submit(draft.id(), draft.version(), manager));
        assertThat(submitted.state()).isEqualTo(ApplicationState.SUBMITTED);

        // He keyed it in, so that somebody else approves it.
        done(applications.paid(draft.id(), manager));
        done(applications.take(draft.id(), manager));
        assertThat(applications.approve(draft.id(), manager)).isInstanceOf(ApplicationChange.NeedsOtherEyes.class);
        done(applications.giveBack(draft.id(), manager));
        var other = reviewer();
        done(applications.take(draft.id(), other));
        assertThat(done(applications.approve(draft.id(), other)).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void a_second_tab_does_not_undo_what_the_first_one_wrote() {
        var draft = applicants.ready(ordinary());
        var first = Samples.with(draft.form(), Samples.renamed(draft.form().company(), "第一页填写的公司"));
        var second = Samples.with(draft.form(), Samples.renamed(draft.form().company(), "第二页填写的公司"));
        var written = applicants.write(draft, first);

        assertThat(applications.edit(draft.id(), draft.version(), second, owner(draft.tenant())))
                .isEqualTo(new ApplicationChange.Outdated(written));
        assertThat(applications.edit(draft.id(), draft.version(), first, owner(draft.tenant())))
                .as("the same request again")
                .isEqualTo(new ApplicationChange.AsBefore(written));
        assertThat(applications.submit(draft.id(), draft.version(), owner(draft.tenant())))
                .isEqualTo(new ApplicationChange.Outdated(written));

        var submitted = done(applicants.submit(written));
        assertThat(applications.edit(draft.id(), written.version(), second, owner(draft.tenant())))
                .isEqualTo(new ApplicationChange.Outdated(submitted));
        assertThat(applications.edit(draft.id(), submitted.version(), second, owner(draft.tenant())))
                .isInstanceOf(ApplicationChange.Impossible.class);
        assertThat(now(draft)).isEqualTo(submitted);
    }

    @Test
    void only_what_the_reviewer_found_wrong_is_changed_and_handed_in_again() {
        var reviewer = reviewer();
        var one = applicants.inReview(ordinary(), reviewer);
        var id = one.id();
        var asked = done(applications.askCorrection(id, findings("company.name", "papers.business-licence"), reviewer));
        var renamed = Samples.renamed(asked.form().company(), "测试母婴用品（上海）有限公司");
        var moved = new Form.Company(
                renamed.name(),
                renamed.creditCode(),
                renamed.licenceFrom(),
                renamed.licenceUntil(),
                Optional.of("上海市测试区测试路 2 号"));

        assertThat(refused(
                        applications.edit(id, asked.version(), Samples.with(asked.form(), moved), owner(one.tenant()))))
                .containsExactly("company.address applications.not-asked");
        assertThat(now(one)).isEqualTo(asked);
        var corrected = applicants.write(asked, Samples.with(asked.form(), renamed));
        assertThat(refused(applicants.submit(corrected)))
                .containsExactly("papers.business-licence applications.not-renewed");

        papers.put(id, PaperKind.BUSINESS_LICENCE);
        var again = done(applicants.submit(corrected));
        assertThat(again.state()).as("paid once is enough").isEqualTo(ApplicationState.PAID);
        assertThat(again.findings()).isEmpty();
        assertThat(again.lapsesAt()).isEqualTo(one.lapsesAt());
        done(applications.take(id, reviewer));
        done(applications.approve(id, reviewer));
    }

    @Test
    void a_number_that_was_found_wrong_is_free_again_once_another_one_is_handed_in() {
        var reviewer = reviewer();
        var former = ordinary();
        var one = applicants.inReview(former, reviewer);
        var asked = done(applications.askCorrection(one.id(), findings("choice.number"), reviewer));
        var other = ordinary();
        var choice = Samples.choice(other.digits());
        var corrected = applicants.write(asked, Samples.with(asked.form(), choice));
        assertThat(status(former)).isEqualTo(NumberStatus.RESERVED);

        done(applicants.submit(corrected));

        assertThat(status(former)).isEqualTo(NumberStatus.AVAILABLE);
        assertThat(numbers.find(other).orElseThrow().is(NumberStatus.RESERVED, one.tenant()))
                .isTrue();
    }

    @Test
    void a_premium_number_takes_two_reviewers() {
        var number = Applicants.number(NumberClass.PREMIUM);
        var form = Samples.shop(number.digits());
        var choice = new Form.Choice(
                form.choice().number(),
                form.choice().tariff(),
                Optional.of(36),
                form.choice().purpose(),
                form.choice().forwardTo());
        var draft = applicants.ready(applicants.tenant(), Samples.with(form, choice));
        var id = done(applicants.submit(draft)).id();
        var first = reviewer();
        var second = reviewer();
        done(applications.paid(id, ApplicationActor.platform("in a test")));
        done(applications.take(id, first));
        assertThat(applications.approve(id, second)).isInstanceOf(ApplicationChange.NeedsOtherEyes.class);

        var once = done(applications.approve(id, first));
        assertThat(once.state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(applications.approve(id, first)).isInstanceOf(ApplicationChange.NeedsOtherEyes.class);
        assertThat(facts.of(id)).endsWith("take paid → in-review");
        var twice = done(applications.approve(id, second));

        assertThat(twice.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(twice.approvals()).containsExactly(first.principal(), second.principal());
        assertThat(story(draft)).endsWith("approve → in-review", "approve → approved");
    }

    @Test
    void whoever_ends_an_application_sets_its_number_free() {
        var reviewer = reviewer();
        var platform = ApplicationActor.platform("in a test");
        var withdrawn = applicants.submitted(ordinary());
        var rejected = applicants.inReview(ordinary(), reviewer);
        var lapsed = applicants.submitted(ordinary());

        done(applications.withdraw(withdrawn.id(), owner(withdrawn.tenant())));
        var answer = done(applications.reject(rejected.id(), findings("papers.business-licence"), reviewer));
        done(applications.lapse(lapsed.id(), platform));

        assertThat(answer.findings()).hasSize(1);
        assertThat(Stream.of(withdrawn, rejected, lapsed)
                        .map(one -> status(
                                new HotlineNumber(one.form().choice().number().orElseThrow()))))
                .containsOnly(NumberStatus.AVAILABLE);
        assertThat(applications.withdraw(withdrawn.id(), owner(withdrawn.tenant())))
                .isInstanceOf(ApplicationChange.AsBefore.class);
        assertThat(applications.withdraw(rejected.id(), owner(rejected.tenant())))
                .isInstanceOf(ApplicationChange.Impossible.class);
    }

    @Test
    void a_number_that_another_has_is_gone_and_the_draft_stays() {
        var number = ordinary();
        var rival = applicants.tenant();
        numbers.hold(number, rival, new Actor(rival, "Rival", "in a test"));
        var draft = applicants.ready(number);

        assertThat(applicants.submit(draft))
                .isInstanceOfSatisfying(
                        ApplicationChange.NumberGone.class,
                        gone -> assertThat(gone.code()).isEqualTo("numbers.already-held"));
        assertThat(now(draft)).isEqualTo(draft);

        var tenant = applicants.tenant();
        var mine = ordinary();
        done(applicants.submit(applicants.ready(tenant, Samples.shop(mine.digits()))));
        assertThat(applicants.submit(applicants.ready(tenant, Samples.shop(mine.digits()))))
                .isInstanceOfSatisfying(
                        ApplicationChange.NumberGone.class,
                        gone -> assertThat(gone.code()).isEqualTo("applications.number-applied-for"));
    }

    @Test
    void a_holder_has_five_numbers_of_a_class_under_whatever_tenant() {
        var company = Samples.company("91");
        for (int i = 0; i < 5; i++) {
            done(applicants.submit(ofHolder(company)));
        }

        assertThat(refused(applicants.submit(ofHolder(company))))
                .containsExactly("choice.number applications.number-limit");
        done(applicants.submit(ofHolder(Samples.company("91"))));
    }

    private Application ofHolder(Form.Company company) {
        return applicants.ready(
                applicants.tenant(), Samples.with(Samples.shop(ordinary().digits()), company));
    }

    @Test
    void another_tenants_application_is_unknown_and_a_resellers_customers_are_not() {
        var reseller = applicants.tenant();
        var customer = applicants.tenant();
        var stranger = applicants.tenant();
        var seller = owner(reseller);
        var intake = new Intake(Intake.Channel.ONLINE, Optional.of(seller.principal()), Optional.of(reseller));
        var begun = done(applications.begin(customer, intake, seller));
        var draft = done(applications.edit(
                begun.id(), begun.version(), Samples.shop(ordinary().digits()), seller));

        for (var seeing : List.of(seller, owner(customer), reviewer())) {
            assertThat(applications.find(draft.id(), seeing)).contains(draft);
            assertThat(applications
                            .list(mine(customer), Optional.empty(), 10, seeing)
                            .items())
                    .containsExactly(draft);
        }
        var blind = owner(stranger);
        assertThat(applications.find(draft.id(), blind)).isEmpty();
        assertThat(applications
                        .list(ApplicationFilter.ALL, Optional.empty(), 10, blind)
                        .items())
                .isEmpty();
        assertThat(applications
                        .list(mine(customer), Optional.empty(), 10, blind)
                        .items())
                .isEmpty();
        assertThat(applications.history(draft.id(), Optional.empty(), 10, blind).items())
                .isEmpty();
        assertThat(applications.edit(draft.id(), draft.version(), Form.EMPTY, blind))
                .isEqualTo(new ApplicationChange.Unknown(draft.id()));
        assertThat(applications.submit(draft.id(), draft.version(), blind))
                .isEqualTo(new ApplicationChange.Unknown(draft.id()));
        assertThat(applications.withdraw(draft.id(), blind)).isEqualTo(new ApplicationChange.Unknown(draft.id()));
        assertThat(applications.approve(draft.id(), blind)).isEqualTo(new ApplicationChange.Unknown(draft.id()));
    }

    private static ApplicationFilter mine(TenantId tenant) {
        return ApplicationFilter.ALL.of(tenant).in(Set.of(ApplicationState.DRAFT));
    }

    @Test
    void a_reseller_never_approves_what_it_took_in() {
        var reviewer = reviewer();
        var one = applicants.inReview(ordinary(), reviewer);
        var seller = new ApplicationActor(Optional.of(one.tenant()), reviewer.principal(), "Seller", "");

        assertThat(applications.approve(one.id(), seller)).isInstanceOf(ApplicationChange.NeedsOtherEyes.class);
        assertThat(applications.approve(one.id(), ApplicationActor.platform("nobody")))
                .isInstanceOf(ApplicationChange.NeedsOtherEyes.class);
    }

    @Test
    void the_queue_has_what_is_due_first_page_by_page() {
        var tenant = applicants.tenant();
        var paid = Stream.generate(
                        () -> applicants.ready(tenant, Samples.shop(ordinary().digits())))
                .limit(3)
                .map(draft -> done(applicants.submit(draft)))
                .map(one -> done(applications.paid(one.id(), ApplicationActor.platform("in a test"))))
                .map(Application::id)
                .toList();
        applicants.ready(tenant, Samples.shop(ordinary().digits()));
        var queue = ApplicationFilter.QUEUE.of(tenant);

        var first = applications.list(queue, Optional.empty(), 2, reviewer());
        var rest = applications.list(queue, first.next().map(ApplicationId::of), 2, reviewer());

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()).map(Application::id))
                .containsExactlyElementsOf(paid);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void the_same_request_begins_one_application() {
        var tenant = applicants.tenant();
        var first = applications.begin(tenant, Intake.OWN, Optional.of("order 1"), owner(tenant));
        var again = applications.begin(tenant, Intake.OWN, Optional.of("order 1"), owner(tenant));
        var other = applications.begin(tenant, Intake.OWN, Optional.of("order 2"), owner(tenant));

        assertThat(again).isEqualTo(new ApplicationChange.AsBefore(done(first)));
        assertThat(done(other).id()).isNotEqualTo(done(first).id());
    }

    @Test
    void nobody_applies_for_the_operator_or_for_an_enterprise_that_there_is_not() {
        for (var tenant : List.of(TenantId.OPERATOR, new TenantId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> applications.begin(tenant, Intake.OWN, reviewer()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("tenant");
        }
    }

    @Test
    void a_finding_is_about_something_that_there_is() {
        var reviewer = reviewer();
        var one = applicants.inReview(ordinary(), reviewer);

        assertThatThrownBy(() -> applications.reject(one.id(), List.of(), reviewer))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> applications.askCorrection(one.id(), findings("papers.lottery-ticket"), reviewer))
                .hasMessageContaining("findings[0].subject");
        assertThatThrownBy(() -> applications.askCorrection(one.id(), findings("company.colour"), reviewer))
                .hasMessageContaining("findings[0].subject");
        done(applications.askCorrection(one.id(), findings("company", "papers.handler-id"), reviewer));
    }
}
