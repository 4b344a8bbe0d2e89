package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hotline400.server.calls.internal.SampleCalls;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CallStoriesTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final CallEvent event = ended();

    @Test
    void aListenerHearsEveryEventThoughAnotherFails() {
        Queue<CallEvent> heard = new ConcurrentLinkedQueue<>();
        beans.addBean("fails", (CallListener) _ -> {
            throw new IllegalStateException("on purpose");
        });
        beans.addBean("hears", (CallListener) heard::add);
        try (var stories = new CallStories(beans.getBeanProvider(CallListener.class))) {
            stories.afterSingletonsInstantiated();
            var next = ended();
            stories.on(event);
            stories.on(next);

            await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 2);
            assertThat(List.copyOf(heard)).containsExactly(event, next);
        }
    }

    @Test
    void withoutListenersNothingIsKept() {
        try (var stories = new CallStories(beans.getBeanProvider(CallListener.class))) {
            stories.afterSingletonsInstantiated();
            stories.on(event);

            assertThat(stories.untold()).isZero();
        }
    }

    private static CallEvent ended() {
        var call = SampleCalls.ended(TenantId.OPERATOR);
        return new CallEvent.Ended(call.id(), call.times().endedAt(), call);
    }
}
