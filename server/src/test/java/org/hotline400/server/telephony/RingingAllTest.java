package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.pressing;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.DialOutcome.LetGo;
import org.hotline400.server.calls.DialledAll;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.SimulatedPhone;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Several phones ring at once and one of them gets the call.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(90)
class RingingAllTest {
    private static final String ONE = "13800138001";
    private static final String TWO = "13800138002";
    private static final String THREE = "13800138003";

    private record Talked(DialledAll dialled, TalkEnd end) {}

    private static Talked ringAllAndTalk(Phone phone, List<DialOrder> orders) {
        var dialled = phone.dialAll(orders);
        return new Talked(dialled, phone.talk(TALK));
    }

    private static List<DialOrder> orders(String... numbers) {
        return Stream.of(numbers).map(LabOrders::order).toList();
    }

    @Test
    void theFirstToAnswerGetsTheCallAndTheOthersStopRinging() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            return ringAllAndTalk(phone, orders(ONE, TWO, THREE));
        })) {
            var one = lab.simulator.carrier().phone(ONE, Behaviour.neverAnswers());
            var two = lab.simulator.carrier().phone(TWO, Behaviour.answersAfter(HALF, Voice.tone(700)));
            var three = lab.simulator.carrier().phone(THREE, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            awaitTone(two.lastCall(), 400);
            for (var loser : List.of(one, three)) {
                // So that the phone shows no missed call.
                assertThat(loser.lastCall().awaitEnded(SOON).text()).isEqualTo("Call completed elsewhere");
                assertThat(loser.lastCall().answeredAt()).isEmpty();
            }
            call.hangUp();

            var talked = (Talked) lab.outcome();
            assertThat(talked.end()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            assertThat(talked.dialled().reached().orElseThrow().order().target().text())
                    .isEqualTo(TWO);
            assertThat(talked.dialled().rung())
                    .extracting(rung -> rung.outcome().getClass().getSimpleName())
                    .containsExactly("LetGo", "Reached", "LetGo");
            var letGo = (LetGo) talked.dialled().rung().getFirst().outcome();
            assertThat(letGo.because()).isEqualTo(LetGo.Because.ANSWERED_ELSEWHERE);
            assertThat(letGo.signalling().ringAt()).isPresent();
            assertThat(letGo.signalling().sipCallId()).isEqualTo(one.lastCall().callId());
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void ofThoseThatAnswerInTheSameMomentOneIsConnectedAndNoOtherStays() throws Exception {
        try (var lab = PhoneLab.leading(phone -> ringAllAndTalk(phone, orders(ONE, TWO, THREE)))) {
            var phones = Stream.of(ONE, TWO, THREE)
                    .map(number -> lab.simulator.carrier().phone(number, Behaviour.answers(Voice.tone(700))))
                    .toList();
            for (int time = 1; time <= 10; time++) {
                var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
                awaitTone(call, 700);
                for (var phone : phones) {
                    phone.awaitCall(time, SOON);
                }
                var talking = phones.stream()
                        .filter(phone -> !endsWithin(phone))
                        .map(SimulatedPhone::number)
                        .toList();
                call.hangUp();
                var talked = (Talked) lab.outcome();
                assertThat(talking)
                        .containsExactly(talked.dialled()
                                .reached()
                                .orElseThrow()
                                .order()
                                .target()
                                .text());
                assertThat(talked.dialled().rung())
                        .filteredOn(rung -> rung.outcome() instanceof DialOutcome.Reached)
                        .hasSize(1);
                assertThat(talked.dialled().rung())
                        .filteredOn(rung -> rung.outcome() instanceof LetGo)
                        .hasSize(2);
            }
            thenNothingIsLeft(lab);
        }
    }

    private static boolean endsWithin(SimulatedPhone phone) {
        try {
            return phone.lastCall().endsWithin(HALF);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneThatAnswersAlthoughItWasCancelledIsHungUp() throws Exception {
        try (var lab = PhoneLab.leading(phone -> ringAllAndTalk(phone, orders(ONE, TWO)))) {
            lab.simulator.carrier().lose(message -> message.incoming() && message.isRequest("CANCEL"));
            lab.simulator.carrier().phone(ONE, Behaviour.answersAfter(HALF, Voice.tone(700)));
            var two =
                    lab.simulator.carrier().phone(TWO, Behaviour.answersAfter(Duration.ofSeconds(2), Voice.tone(900)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            assertThat(two.lastCall().awaitAnswered(SOON).awaitEnded(SOON).status())
                    .isEqualTo(200);
            awaitTone(call, 700);
            assertThat(call.heard().tone(900, Duration.ofMillis(100))).isFalse();
            call.hangUp();
            assertThat(((Talked) lab.outcome()).end()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void oneThatIsBusyAtOnceDoesNotKeepTheOthersFromRinging() throws Exception {
        try (var lab = PhoneLab.leading(phone -> ringAllAndTalk(phone, orders(ONE, TWO)))) {
            lab.simulator.carrier().phone(ONE, Behaviour.busy());
            lab.simulator.carrier().phone(TWO, Behaviour.answersAfter(Duration.ofSeconds(1), Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            call.hangUp();
            var rung = ((Talked) lab.outcome()).dialled().rung();
            assertThat(rung.getFirst().outcome()).isInstanceOf(DialOutcome.Busy.class);
            assertThat(rung.getLast().outcome()).isInstanceOf(DialOutcome.Reached.class);
            assertThat(rung.getFirst().endedAt()).isBefore(rung.getLast().endedAt());
        }
    }

    @Test
    void whenNobodyIsReachedEachHasItsOwnOutcome() throws Exception {
        try (var lab = PhoneLab.leading(
                phone -> phone.dialAll(List.of(order(ONE), order(TWO, Duration.ofSeconds(1)), order(THREE))))) {
            lab.simulator.carrier().phone(ONE, Behaviour.declines());
            var two = lab.simulator.carrier().phone(TWO, Behaviour.neverAnswers());
            lab.simulator.carrier().phone(THREE, Behaviour.notFound());
            lab.simulator.carrier().call("4008888888", "13812345678");
            var dialled = (DialledAll) lab.outcome();
            assertThat(dialled.reached()).isEmpty();
            assertThat(dialled.rung())
                    .extracting(rung -> rung.outcome().getClass().getSimpleName())
                    .containsExactly("Declined", "NoAnswer", "Unreachable");
            two.lastCall().awaitEnded(SOON);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aCallerWhoHangsUpWhileThreeRingTakesAllWithHim() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            return phone.dialAll(orders(ONE, TWO, THREE));
        })) {
            var phones = Stream.of(ONE, TWO, THREE)
                    .map(number -> lab.simulator.carrier().phone(number, Behaviour.neverAnswers()))
                    .toList();
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            for (var phone : phones) {
                phone.awaitCall(SOON).awaitRinging(SOON);
            }
            call.awaitRinging(SOON).hangUp();
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            CallerGoneException.class,
                            gone -> assertThat(gone.rung())
                                    .hasSize(3)
                                    .allSatisfy(rung -> assertThat(rung.outcome())
                                            .isInstanceOfSatisfying(
                                                    LetGo.class,
                                                    letGo -> assertThat(letGo.because())
                                                            .isEqualTo(LetGo.Because.CALLER_GONE))));
            for (var phone : phones) {
                assertThat(phone.lastCall().awaitEnded(SOON).status()).isEqualTo(487);
            }
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void ofThreeMobilesTheOneThatAcceptsGetsTheCallNotTheOneThatAnsweredFirst() throws Exception {
        var orders = Stream.of(ONE, TWO, THREE)
                .map(number -> order(number).withAcceptance(pressing('1', Duration.ofSeconds(20))))
                .toList();
        try (var lab = PhoneLab.leading(phone -> ringAllAndTalk(phone, orders))) {
            var box = lab.simulator.carrier().phone(ONE, Behaviour.answers(Voice.tone(1500)));
            var person = lab.simulator.carrier().phone(TWO, Behaviour.answersAfter(HALF, Voice.tone(700)));
            var late = lab.simulator.carrier().phone(THREE, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            box.awaitCall(SOON).heard().awaitTone(900, HALF, SOON);
            person.awaitCall(SOON).heard().awaitTone(900, HALF, SOON);
            late.awaitCall(SOON).awaitRinging(SOON);
            person.lastCall().press("1");
            awaitTone(call, 700);
            box.lastCall().awaitEnded(SOON);
            late.lastCall().awaitEnded(SOON);
            assertThat(call.heard().tone(1500, Duration.ofMillis(100))).isFalse();
            call.hangUp();
            var rung = ((Talked) lab.outcome()).dialled().rung();
            assertThat(rung)
                    .extracting(one -> one.outcome().getClass().getSimpleName())
                    .containsExactly("LetGo", "Reached", "LetGo");
            assertThat(rung.getFirst().outcome().signalling().sipStatus()).hasValue(200);
            assertThat(rung.getLast().outcome().signalling().sipStatus()).isEmpty();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void noMoreThanTenRingAtOnce() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            assertThatThrownBy(() -> phone.dialAll(Collections.nCopies(11, order(ONE))))
                    .isInstanceOf(IllegalArgumentException.class);
            return phone.dialAll(Collections.nCopies(10, order(ONE)));
        })) {
            var one = lab.simulator.carrier().phone(ONE, Behaviour.busy());
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(((DialledAll) lab.outcome()).rung()).hasSize(10);
            assertThat(one.timesCalled()).isEqualTo(10);
        }
    }
}
