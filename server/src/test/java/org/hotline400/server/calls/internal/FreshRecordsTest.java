package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;

class FreshRecordsTest {
    private final AtomicLong now = new AtomicLong();
    private final FreshRecords fresh = new FreshRecords(now::get);

    private static List<CallRecord> records(int count) {
        return Stream.generate(() -> SampleCalls.ended(TenantId.OPERATOR))
                .limit(count)
                .toList();
    }

    private boolean has(CallRecord record) {
        return fresh.find(List.of(record.id())).containsValue(record);
    }

    @Test
    void keepsWhatWasWrittenForAMoment() {
        var record = records(1).getFirst();
        fresh.put(List.of(record));

        now.addAndGet(FreshRecords.KEPT.toNanos());
        fresh.letGo();
        assertThat(has(record)).isTrue();

        now.incrementAndGet();
        fresh.letGo();
        assertThat(has(record)).isFalse();
    }

    @Test
    void takesNoMoreMemoryThanItMay() {
        var first = records(1);
        var second = records(FreshRecords.MOST - 1);
        var third = records(1);
        fresh.put(first);
        fresh.put(second);
        assertThat(has(first.getFirst())).isTrue();

        fresh.put(third);

        assertThat(has(first.getFirst())).isFalse();
        assertThat(has(second.getFirst())).isTrue();
        assertThat(has(third.getFirst())).isTrue();
    }

    @Test
    void whatIsTooMuchAtOnceIsLeftToTheTable() {
        var before = records(1).getFirst();
        fresh.put(List.of(before));
        var many = records(FreshRecords.MOST + 1);

        fresh.put(many);

        assertThat(has(many.getFirst())).isFalse();
        assertThat(has(before)).isTrue();
    }
}
