package org.hotline400.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class NumberLifeCycleTest {
    @Test
    void every_event_in_every_status_leads_where_the_table_says() {
        var lines = new ArrayList<String>();
        for (var event : NumberEvent.values()) {
            for (var status : NumberStatus.values()) {
                NumberLifeCycle.next(status, event)
                        .ifPresent(next -> lines.add(event.code() + ": " + status.code() + " → " + next.code()));
            }
        }
        assertThat(lines)
                .containsExactly(
                        "hold: available → held",
                        "reserve: available → reserved",
                        "reserve: held → reserved",
                        "release: held → available",
                        "release: reserved → available",
                        "assign: available → active",
                        "assign: held → active",
                        "assign: reserved → active",
                        "suspend: active → suspended",
                        "suspend-for-arrears: active → arrears-suspended",
                        "resume: arrears-suspended → active",
                        "resume: suspended → active",
                        "resume: barred → active",
                        "resume: frozen → active",
                        "resume: replaced → active",
                        "resume: cancelled → active",
                        "bar: active → barred",
                        "bar: arrears-suspended → barred",
                        "bar: suspended → barred",
                        "freeze: arrears-suspended → frozen",
                        "freeze: suspended → frozen",
                        "freeze: barred → frozen",
                        "transfer: active → active",
                        "replace: active → replaced",
                        "cancel: active → cancelled",
                        "cancel: arrears-suspended → cancelled",
                        "cancel: suspended → cancelled",
                        "cancel: barred → cancelled",
                        "cancel: frozen → cancelled",
                        "quarantine: replaced → quarantined",
                        "quarantine: cancelled → quarantined",
                        "expire: held → available",
                        "expire: reserved → available",
                        "expire: replaced → quarantined",
                        "expire: cancelled → quarantined",
                        "expire: quarantined → available");
    }

    @Test
    void two_statuses_are_joined_by_at_most_one_event_that_somebody_makes_happen() {
        for (var from : NumberStatus.values()) {
            for (var event : NumberEvent.values()) {
                if (event != NumberEvent.EXPIRE) {
                    NumberLifeCycle.next(from, event)
                            .ifPresent(to -> assertThat(NumberLifeCycle.between(from, to))
                                    .contains(event));
                }
            }
        }
    }

    @Test
    void what_ends_by_itself_has_a_time_and_nothing_else_has() {
        for (var status : NumberStatus.values()) {
            assertThat(NumberLifeCycle.next(status, NumberEvent.EXPIRE).isPresent())
                    .as(status.code())
                    .isEqualTo(status.isTimed());
        }
    }
}
