package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// A node that starts with ten thousand numbers.
@Tag("long")
class ManyPlansTest {
    private static final int NUMBERS = 10_000;

    @Test
    void tenThousandPlansAreInMemoryWithinFiveSeconds() throws Exception {
        var document =
                new ClassPathResource("samples/plans/4006666666.json").getContentAsString(StandardCharsets.UTF_8);
        var tenant = new TenantId(Ids.next());
        try (var database = TestDatabase.create()) {
            database.transactions()
                    .asTenant(
                            tenant,
                            () -> database.jdbc()
                                    .sql(
                                            "insert into callplans.plans (tenant, number, version, document, author, note, published_at)"
                                                    + " select :tenant, '400' || lpad(i::text, 7, '0'), 1, cast(:document as json), 'a', '', now()"
                                                    + " from generate_series(1, :count) as i")
                                    .param("tenant", tenant.value())
                                    .param("document", document)
                                    .param("count", NUMBERS)
                                    .update());
            var begun = System.nanoTime();

            var live = new LivePlans(database.transactions(), database.jdbc(), (topic, refresh) -> refresh.run());

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(live.find(tenant, new HotlineNumber("4000010000"))).isPresent();
        }
    }
}
