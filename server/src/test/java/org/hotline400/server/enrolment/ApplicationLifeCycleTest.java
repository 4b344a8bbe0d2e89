package org.hotline400.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationLifeCycleTest {
    /// State, event, policy, whether it is paid, and the state after it. `*` is any.
    private static final List<String> POSSIBLE = List.of(
            "draft submit * * submitted",
            "correction-asked submit * no submitted",
            "correction-asked submit before-review yes paid",
            "correction-asked submit after-review yes submitted",
            "submitted pay before-review no paid",
            "approved pay after-review no approved",
            "paid take before-review * in-review",
            "submitted take after-review * in-review",
            "in-review return before-review * paid",
            "in-review return after-review * submitted",
            "in-review ask-correction * * correction-asked",
            "in-review reject * * rejected",
            "in-review approve * * approved",
            "approved provision * yes provisioned",
            "provisioned go-live * * live",
            "draft withdraw * * withdrawn",
            "submitted withdraw * * withdrawn",
            "paid withdraw * * withdrawn",
            "in-review withdraw * * withdrawn",
            "correction-asked withdraw * * withdrawn",
            "approved withdraw * * withdrawn",
            "draft lapse * * lapsed",
            "submitted lapse * * lapsed",
            "paid lapse * * lapsed",
            "in-review lapse * * lapsed",
            "correction-asked lapse * * lapsed",
            "approved lapse * * lapsed");

    @Test
    void every_event_in_every_state_leads_where_the_table_says_and_nowhere_else() {
        var actual = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (var state : ApplicationState.values()) {
            for (var event : ApplicationEvent.values()) {
                for (var policy : PaymentPolicy.values()) {
                    for (var paid : List.of(true, false)) {
                        var place = List.of(state.code(), event.code(), policy.code(), paid ? "yes" : "no");
                        var next = ApplicationLifeCycle.next(state, event, policy, paid)
                                .map(ApplicationState::code)
                                .orElse("-");
                        actual.add(place + " " + next);
                        expected.add(place + " " + expected(place));
                    }
                }
            }
        }

        assertThat(actual).hasSize(11 * 11 * 2 * 2).isEqualTo(expected);
    }

    private static String expected(List<String> place) {
        var fitting = POSSIBLE.stream()
                .map(line -> List.of(line.split(" ")))
                .filter(line -> fits(line, place))
                .toList();
        assertThat(fitting).hasSizeLessThan(2);
        return fitting.isEmpty() ? "-" : fitting.getFirst().get(4);
    }

    private static boolean fits(List<String> line, List<String> place) {
        for (int i = 0; i < 4; i++) {
            if (!line.get(i).equals("*") && !line.get(i).equals(place.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void what_is_over_stays_over() {
        for (var state : ApplicationState.values()) {
            if (state.isOver()) {
                for (var event : ApplicationEvent.values()) {
                    assertThat(ApplicationLifeCycle.next(state, event, PaymentPolicy.BEFORE_REVIEW, true))
                            .as(state + " " + event)
                            .isEmpty();
                }
            }
        }
    }
}
