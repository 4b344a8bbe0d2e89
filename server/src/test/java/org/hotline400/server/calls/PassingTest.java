package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.Admission.Stage;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.prompts.PromptName;
import org.junit.jupiter.api.Test;

class PassingTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4006173952");

    private final List<String> told = new ArrayList<>();

    private final class Told implements Admission {
        private final Stage stage;
        private final Verdict verdict;

        private Told(Stage stage, Verdict verdict) {
            this.stage = stage;
            this.verdict = verdict;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public Verdict admit(Request call) {
            told.add(stage + " asked");
            return verdict;
        }

        @Override
        public void release(CallId call) {
            told.add(stage + " over");
        }

        @Override
        public void withdraw(CallId call) {
            told.add(stage + " withdrawn");
        }
    }

    private CallRecord take(Admission... stages) {
        var script = new RehearsalScript(
                "13812345678",
                Instant.parse("2026-03-03T02:00:00Z"),
                List.of(),
                Map.of(),
                new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30)),
                null,
                Duration.ofSeconds(5));
        var call = new IncomingCall(CallId.next(), script.caller(), NUMBER.digits(), "carrier", "a@b", script.at());
        var prompts = new FakePrompts();
        var phone = new RehearsedPhone(call, script, prompts);
        var listing = new PlanDirectory.Listing.InService(Rehearsed.TENANT, 1, Rehearsed.samplePlan(NUMBER.digits()));
        var notes = new CallNotes(
                phone,
                new CallNotes.Whose(Rehearsed.TENANT, NUMBER, CallerNumber.of(script.caller(), "")),
                "node",
                event -> {
                    if (event instanceof CallEvent.Announcing) {
                        told.add("announcement");
                    }
                });
        var ending = new Reception(_ -> listing, List.of(stages), prompts, CallRules.STANDARD, Rehearsed.resources())
                .receive(phone, notes, listing);
        return notes.close(ending, phone.now());
    }

    private static Verdict busy() {
        return new Verdict.Refused(
                EndReason.REJECTED_CONCURRENCY, HangUp.BUSY, List.of(new PromptName("system-busy")), "all are taken");
    }

    @Test
    void theStagesAreAskedInOrderAndHearInReverseThatTheCallIsOver() {
        var call = take(
                new Told(Stage.CONCURRENCY, Verdict.Admitted.freely()),
                new Told(Stage.RATE, Verdict.Admitted.freely()));

        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(told).startsWith("RATE asked", "CONCURRENCY asked").endsWith("CONCURRENCY over", "RATE over");
        assertThat(told).doesNotContain("RATE withdrawn", "CONCURRENCY withdrawn");
    }

    @Test
    void aLaterRefusalIsHeardByThoseBeforeItAtOnceAndOnlyOnce() {
        var call = take(
                new Told(Stage.RATE, Verdict.Admitted.freely()),
                new Told(Stage.CAPS, Verdict.Admitted.freely()),
                new Told(Stage.CONCURRENCY, busy()));

        assertThat(call.end().reason()).isEqualTo(EndReason.REJECTED_CONCURRENCY);
        assertThat(told)
                .containsExactly(
                        "RATE asked",
                        "CAPS asked",
                        "CONCURRENCY asked",
                        "CAPS withdrawn",
                        "RATE withdrawn",
                        "announcement");
    }

    @Test
    void aNoteOfAStageStandsInTheStory() {
        var call = take(new Told(Stage.CAPS, Verdict.Admitted.noting(Why.LIMITS_OF_THIS_NODE)));

        assertThat(StoryTeller.tell(call))
                .extracting(StoryLine::en)
                .contains("The database could not be asked: the limits were held against the calls of this node alone");
    }
}
