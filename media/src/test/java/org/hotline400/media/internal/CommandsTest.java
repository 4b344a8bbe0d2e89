package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Commands commands = new Commands();
    private final List<Integer> run = new ArrayList<>();

    @Test
    void whatIsAskedForIsDoneInOrderHoweverOftenNothingWaits() {
        assertThat(commands.poll()).isNull();
        add(1, 2);
        runAll();
        assertThat(commands.poll()).isNull();
        add(3);
        runAll();
        assertThat(run).containsExactly(1, 2, 3);
    }

    @Test
    void aMediaThreadThatDoesNotKeepUpIsNamed() {
        for (int i = 0; i < 256; i++) {
            add(i);
        }
        assertThatThrownBy(() -> add(256))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("256 commands of one port are waiting");
        runAll();
        assertThat(run).hasSize(256);
    }

    @Test
    void aPortIsQueuedOnceUntilItIsRun() {
        assertThat(commands.markQueued()).isTrue();
        assertThat(commands.markQueued()).isFalse();
        commands.unmarkQueued();
        assertThat(commands.markQueued()).isTrue();
    }

    private void add(int... numbers) {
        for (int number : numbers) {
            commands.add(() -> run.add(number));
        }
    }

    private void runAll() {
        for (Runnable next = commands.poll(); next != null; next = commands.poll()) {
            next.run();
        }
    }
}
