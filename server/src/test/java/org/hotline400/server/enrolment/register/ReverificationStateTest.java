package org.hotline400.server.enrolment.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hotline400.server.enrolment.register.ReverificationState.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every pair of state and event.
class ReverificationStateTest {
    private static final Map<ReverificationState, Map<Event, ReverificationState>> TABLE = Map.of(
            ReverificationState.PLANNED,
            Map.of(Event.ASK, ReverificationState.ASKED, Event.END, ReverificationState.ENDED),
            ReverificationState.ASKED,
            Map.of(
                    Event.CONFIRM,
                    ReverificationState.CONFIRMED,
                    Event.EXPIRE,
                    ReverificationState.OVERDUE,
                    Event.END,
                    ReverificationState.ENDED),
            ReverificationState.OVERDUE,
            Map.of(Event.CONFIRM, ReverificationState.CONFIRMED, Event.END, ReverificationState.ENDED),
            ReverificationState.CONFIRMED,
            Map.of(
                    Event.PASS,
                    ReverificationState.PASSED,
                    Event.FAIL,
                    ReverificationState.FAILED,
                    Event.END,
                    ReverificationState.ENDED),
            ReverificationState.PASSED,
            Map.of(),
            ReverificationState.FAILED,
            Map.of(Event.CONFIRM, ReverificationState.CONFIRMED, Event.END, ReverificationState.ENDED),
            ReverificationState.ENDED,
            Map.of());

    @ParameterizedTest
    @EnumSource
    void anEventLeadsWhereTheTableSaysAndNowhereElse(ReverificationState state) {
        var row = TABLE.getOrDefault(state, Map.of());
        for (var event : Event.values()) {
            assertThat(state.after(event).orElse(null)).as(state + " " + event).isEqualTo(row.get(event));
        }
        assertThat(ReverificationState.of(state.code())).isEqualTo(state);
    }
}
