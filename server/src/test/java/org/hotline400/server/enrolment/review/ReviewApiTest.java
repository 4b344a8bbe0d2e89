package org.hotline400.server.enrolment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.DeskApplicants;
import org.hotline400.server.enrolment.DeskApplicants.Applicant;
import org.hotline400.server.enrolment.DeskTest;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.WorkingDays;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// The reviewers' desk over REST.
@DeskTest
@Timeout(120)
class ReviewApiTest {
    private static final String REVIEWS = "/api/v1/reviews";
    private static final String SEAL =
            "{\"findings\":[{\"subject\":\"papers.business-licence\",\"reason\":\"seal-unclear\"}]}";

    @Autowired
    private Api api;

    @Autowired
    private DeskApplicants applicants;

    @Autowired
    private Applications applications;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ReviewRows rows;

    @Autowired
    private Holidays holidays;

    private Api.Client reviewer;

    @BeforeEach
    void aReviewer() {
        reviewer = api.asOperator();
    }

    @Test
    void of_many_reviewers_who_take_one_at_once_one_gets_it() throws Exception {
        var one = paid(applicants.apply());
        var reviewers = IntStream.range(0, 8).mapToObj(_ -> api.asOperator()).toList();

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = reviewers.stream()
                    .map(client -> (Callable<Integer>)
                            () -> client.post(one.review() + "/take", "").status())
                    .toList();
            answers = threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void the_queue_shows_what_waits_and_whose_it_is_then() {
        var one = paid(applicants.apply());
        var unpaid = applicants.apply();

        assertThat(ids(reviewer, "?limit=200")).contains(id(one)).doesNotContain(id(unpaid));
        assertThat(ids(reviewer, "?stage=unpaid&limit=200"))
                .contains(id(unpaid))
                .doesNotContain(id(one));
        assertThat(ids(reviewer, "?channel=paper&limit=200")).doesNotContain(id(one));
        assertThat(ids(reviewer, "?class=premium&limit=200")).doesNotContain(id(one));
        var mineBefore = counts("mine");
        reviewer.post(one.review() + "/take", "");

        assertThat(ids(reviewer, "?mine=true&limit=200")).containsExactly(id(one));
        assertThat(ids(api.asOperator(), "?mine=true")).isEmpty();
        assertThat(counts("mine")).isEqualTo(mineBefore + 1);
        assertThat(ids(reviewer, "?stage=waiting&limit=200")).doesNotContain(id(one));
        reviewer.post(one.review() + "/return", "");
        assertThat(ids(reviewer, "?stage=waiting&limit=200")).contains(id(one));
        assertThat(reviewer.get(REVIEWS + "?stage=nonsense").status()).isEqualTo(400);
    }

    @Test
    void what_is_due_first_comes_first_page_by_page() {
        var three = IntStream.range(0, 3)
                .mapToObj(_ -> id(paid(applicants.apply())))
                .toList();

        var seen = new ArrayList<String>();
        var dues = new ArrayList<String>();
        var cursor = "";
        do {
            var page = reviewer.get(REVIEWS + "?limit=2" + cursor).json();
            page.at("/items").forEach(item -> {
                seen.add(item.get("id").asString());
                dues.add(item.get("dueAt").asString());
            });
            cursor = page.at("/next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(three);
        assertThat(dues).isSorted();
    }

    @Test
    void an_answer_is_promised_within_three_working_days_of_the_payment() {
        var one = paid(applicants.apply());

        var today = LocalDate.now(BusinessTime.ZONE);
        var due = new WorkingDays(holidays.calendar())
                .plus(today, 3)
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();
        assertThat(applicants.now(one).dueAt()).contains(due);
    }

    @Test
    void a_correction_names_each_paper_with_its_reason_in_both_languages() {
        var one = paid(applicants.apply());
        reviewer.post(one.review() + "/take", "");

        var asked = reviewer.post(one.review() + "/correction", SEAL);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().at("/state").asString()).isEqualTo("correction-asked");
        assertThat(asked.json().at("/findings/0/zh").asString()).startsWith("公章模糊");
        assertThat(asked.json().at("/findings/0/en").asString()).startsWith("The company seal is unclear");
        assertThat(reviewer.post(one.review() + "/correction", SEAL).status()).isEqualTo(200);
        assertThat(ids(reviewer, "?stage=correction-asked&limit=200")).contains(id(one));
    }

    @Test
    void all_that_is_wrong_with_findings_is_told_at_once() {
        var one = paid(applicants.apply());
        reviewer.post(one.review() + "/take", "");

        var refused = reviewer.post(one.review() + "/rejection", """
                {"findings":[{"subject":"papers.nonsense","reason":"seal-unclear"},
                             {"subject":"company.name","reason":"seal-unclear"},
                             {"subject":"company.name","reason":"other"},
                             {"subject":"company.name","reason":"nonsense"}]}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/violations")
                        .valueStream()
                        .map(violation -> violation.get("field").asString()))
                .containsExactly(
                        "findings[0].subject", "findings[1].reason", "findings[2].words", "findings[3].reason");
        assertThat(reviewer.post(one.review() + "/rejection", "{\"findings\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void a_premium_number_takes_two_pairs_of_eyes() {
        var one = paid(applicants.apply(DeskApplicants.number(NumberClass.PREMIUM)));
        var second = api.asOperator();
        reviewer.post(one.review() + "/take", "");

        var first = reviewer.post(one.review() + "/approval", "");
        var sameEyes = reviewer.post(one.review() + "/approval", "");

        assertThat(first.json().at("/state").asString()).isEqualTo("in-review");
        assertThat(first.json().at("/approvals").asInt()).isOne();
        assertThat(sameEyes.json().at("/code").asString()).isEqualTo("reviews.needs-other-eyes");
        assertThat(ids(second, "?class=premium&limit=200")).contains(id(one));
        var approved = second.post(one.review() + "/approval", "");
        assertThat(approved.json().at("/state").asString()).isEqualTo("approved");
        awaitState(one, ApplicationState.PROVISIONED);
    }

    @Test
    void one_that_a_reviewer_left_lying_goes_back_to_the_queue_after_a_working_day() {
        var one = paid(applicants.apply());
        reviewer.post(one.review() + "/take", "");
        var today = LocalDate.now(BusinessTime.ZONE);
        var end = new WorkingDays(holidays.calendar())
                .plus(today, 1)
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();

        assertThat(idleAt(end.minusSeconds(1)).look()).doesNotContain(one.application());
        assertThat(idleAt(end).look()).contains(one.application());

        assertThat(applicants.now(one).state()).isEqualTo(ApplicationState.PAID);
        assertThat(idleAt(end).look()).doesNotContain(one.application());
    }

    private IdleReviews idleAt(Instant now) {
        return new IdleReviews(transactions, rows, applications, holidays, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void only_the_operators_people_review() {
        var one = paid(applicants.apply());
        var stranger = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        for (var client : List.of(one.owner(), stranger)) {
            assertThat(client.get(REVIEWS).status()).isEqualTo(403);
            assertThat(client.get(REVIEWS + "/counts").status()).isEqualTo(403);
            assertThat(client.get("/api/v1/review-reasons").status()).isEqualTo(403);
            for (var action : List.of("/take", "/return", "/approval", "/provisioning")) {
                assertThat(client.post(one.review() + action, "").status())
                        .as(action)
                        .isEqualTo(403);
            }
            assertThat(client.post(one.review() + "/rejection", SEAL).status()).isEqualTo(403);
            assertThat(client.post(one.review() + "/correction", SEAL).status()).isEqualTo(403);
        }
        assertThat(reviewer.post(REVIEWS + "/" + UUID.randomUUID() + "/take", "")
                        .status())
                .isEqualTo(404);
        assertThat(reviewer.post(one.review() + "/provisioning", "").status()).isEqualTo(409);
    }

    private Applicant paid(Applicant one) {
        var payment = one.owner().get(one.path() + "/payment").json();
        var body = "{\"bankReference\":\"TEST%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                .formatted(UUID.randomUUID(), payment.at("/total").asString(), LocalDate.now(BusinessTime.ZONE));
        var answer = reviewer.post("/api/v1/payments/" + payment.at("/id").asString() + "/confirmations", body);
        assertThat(answer.status()).isEqualTo(201);
        return one;
    }

    private void awaitState(Applicant one, ApplicationState state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(applicants.now(one).state()).isEqualTo(state));
    }

    private static List<String> ids(Api.Client client, String query) {
        return client.get(REVIEWS + query)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private long counts(String name) {
        return reviewer.get(REVIEWS + "/counts").json().get(name).asLong();
    }

    private static String id(Applicant one) {
        return one.application().toString();
    }
}
