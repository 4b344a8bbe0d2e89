package org.hotline400.server.numbers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredClassOverridesTest {
    private static final HotlineNumber SEQUENCE = new HotlineNumber("4001234567");
    private static final HotlineNumber ZERO = new HotlineNumber("4000000001");

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private StoredClassOverrides node() {
        ConfigurationChanges once = (topic, refresh) -> refresh.run();
        return new StoredClassOverrides(database.transactions(), database.jdbc(), Clock.systemUTC(), once);
    }

    private static Actor mei(String reason) {
        return new Actor("Mei", reason);
    }

    @Test
    void the_newest_decision_counts_and_another_node_reads_it() {
        var here = node();
        here.decide(SEQUENCE, Optional.of(NumberClass.PREMIUM), mei("everybody knows it"));
        here.decide(SEQUENCE, Optional.of(NumberClass.ORDINARY), mei("a gift to the city"));
        here.decide(ZERO, Optional.of(NumberClass.SPECIAL), mei("the first"));
        var expected = Map.of(1_234_567, NumberClass.ORDINARY, 1, NumberClass.SPECIAL);

        assertThat(here.all()).isEqualTo(expected);
        assertThat(node().all()).isEqualTo(expected);
    }

    @Test
    void what_is_withdrawn_counts_no_more_and_is_remembered() {
        var here = node();
        here.decide(SEQUENCE, Optional.of(NumberClass.PREMIUM), mei("everybody knows it"));
        here.decide(SEQUENCE, Optional.empty(), mei("too dear"));

        assertThat(here.all()).isEmpty();
        assertThat(here.history(SEQUENCE))
                .extracting(ClassDecision::given, one -> one.actor().reason())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.empty(), "too dear"),
                        org.assertj.core.groups.Tuple.tuple(Optional.of(NumberClass.PREMIUM), "everybody knows it"));
        assertThat(here.history(ZERO)).isEmpty();
    }
}
