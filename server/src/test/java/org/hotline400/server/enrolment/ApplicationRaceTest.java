package org.hotline400.server.enrolment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.enrolment.Applicants.ordinary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.form.Samples;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

/// Many at once.
@EnrolmentTest
class ApplicationRaceTest {
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Applications applications;
    private final Applicants applicants;
    private final HotlineNumbers numbers;
    private final Facts facts;

    @Autowired
    ApplicationRaceTest(Applications applications, Applicants applicants, HotlineNumbers numbers, Facts facts) {
        this.applications = applications;
        this.applicants = applicants;
        this.numbers = numbers;
        this.facts = facts;
    }

    @Test
    void an_application_handed_in_32_times_at_once_is_handed_in_once() throws Exception {
        var draft = applicants.ready(ordinary());

        var answers = atOnce(Collections.nCopies(32, () -> applicants.submit(draft)));

        assertThat(kinds(answers))
                .isEqualTo(Map.of(ApplicationChange.Done.class, 1L, ApplicationChange.AsBefore.class, 31L));
        assertThat(facts.of(draft.id())).containsExactly("submit draft → submitted");
    }

    @Test
    void of_200_who_apply_for_50_numbers_each_number_goes_to_one_and_the_others_hear_so() throws Exception {
        var wanted = Stream.generate(Applicants::ordinary).limit(50).toList();
        var drafts = IntStream.range(0, 200)
                .mapToObj(i -> applicants.ready(wanted.get(i % wanted.size())))
                .toList();

        var answers = atOnce(drafts.stream()
                .<Callable<ApplicationChange>>map(draft -> () -> applicants.submit(draft))
                .toList());

        assertThat(kinds(answers))
                .isEqualTo(Map.of(ApplicationChange.Done.class, 50L, ApplicationChange.NumberGone.class, 150L));
        var winners = drafts.stream()
                .map(draft -> applications
                        .find(draft.id(), Applicants.owner(draft.tenant()))
                        .orElseThrow())
                .filter(one -> one.state() == ApplicationState.SUBMITTED)
                .toList();
        assertThat(winners.stream().map(ApplicationRaceTest::number)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(winners)
                .allSatisfy(one -> assertThat(
                                numbers.find(number(one)).orElseThrow().is(NumberStatus.RESERVED, one.tenant()))
                        .isTrue());
    }

    private static HotlineNumber number(Application one) {
        return new HotlineNumber(one.form().choice().number().orElseThrow());
    }

    @Test
    void one_holder_under_many_tenants_gets_no_more_than_his_five_at_once() throws Exception {
        var company = Samples.company("91");
        var drafts = Stream.generate(() -> applicants.ready(
                        applicants.tenant(),
                        Samples.with(Samples.shop(ordinary().digits()), company)))
                .limit(12)
                .toList();

        var answers = atOnce(drafts.stream()
                .<Callable<ApplicationChange>>map(draft -> () -> applicants.submit(draft))
                .toList());

        assertThat(kinds(answers))
                .isEqualTo(Map.of(ApplicationChange.Done.class, 5L, ApplicationChange.Incomplete.class, 7L));
    }

    @Test
    void of_two_reviewers_who_take_one_application_at_once_one_has_it() throws Exception {
        var one = applicants.submitted(ordinary());
        applications.paid(one.id(), ApplicationActor.platform("in a test"));

        var answers = atOnce(Stream.generate(Applicants::reviewer)
                .limit(16)
                .<Callable<ApplicationChange>>map(reviewer -> () -> applications.take(one.id(), reviewer))
                .toList());

        assertThat(kinds(answers))
                .isEqualTo(Map.of(ApplicationChange.Done.class, 1L, ApplicationChange.Impossible.class, 15L));
    }

    private static Map<Class<?>, Long> kinds(List<ApplicationChange> answers) {
        return answers.stream().collect(groupingBy(answer -> (Class<?>) answer.getClass(), counting()));
    }

    private static List<ApplicationChange> atOnce(List<Callable<ApplicationChange>> tries) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<ApplicationChange>>();
            for (var one : tries) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return patiently(one);
                }));
            }
            start.countDown();
            var all = new ArrayList<ApplicationChange>();
            for (var answer : answers) {
                all.add(answer.get(BOUND.toSeconds(), TimeUnit.SECONDS));
            }
            return all;
        }
    }

    /// Who finds no connection free for two seconds hears so (503) and comes again.
    private static ApplicationChange patiently(Callable<ApplicationChange> one) throws Exception {
        var end = Instant.now().plus(BOUND);
        while (true) {
            try {
                return one.call();
            } catch (CannotCreateTransactionException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }
}
