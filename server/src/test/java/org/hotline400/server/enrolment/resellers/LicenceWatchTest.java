package org.hotline400.server.enrolment.resellers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.enrolment.resellers.internal.ResellerRows;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Licences that end are warned of, each time once.
@Timeout(60)
class LicenceWatchTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T02:00:00Z"));
    private final TestDatabase database = TestDatabase.create();
    private final ResellerRows rows = new ResellerRows(database.jdbc(), new Plain());
    private final Resellers resellers = new Resellers(rows, database.transactions(), clock());
    private final List<Messenger.Letter> letters = new ArrayList<>();
    private final LicenceWatch watch = new LicenceWatch(resellers, letters::add, database.transactions(), clock());
    private final TenantId tenant = tenant();

    @AfterEach
    void close() {
        database.close();
    }

    private static final class Plain implements Seal {
        @Override
        public byte[] close(String clear) {
            return clear.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed) {
            return new String(sealed, StandardCharsets.UTF_8);
        }
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private TenantId tenant() {
        var id = new TenantId(Ids.next());
        database.transactions().asOperator(() -> {
            database.jdbc()
                    .sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Reseller', now())")
                    .param(id.value())
                    .update();
        });
        return id;
    }

    private Reseller until(String last) {
        return new Reseller(
                tenant,
                "某某通信有限公司",
                new Licence("京B2-20200001", "移动通信转售", LocalDate.parse("2026-01-01"), LocalDate.parse(last)),
                Optional.of("boss@example.com"),
                Optional.of("13900139000"),
                false,
                now.get(),
                "Operator");
    }

    /// @return how many were told on this day, looking twice
    private int toldOn(String day) {
        now.set(LocalDate.parse(day).atTime(2, 0).toInstant(ZoneOffset.UTC));
        letters.clear();
        watch.lookOut();
        watch.lookOut();
        return letters.size();
    }

    @Test
    void aResellerIsWarned60And30And7DaysBeforeAndWhenItIsOver() {
        resellers.add(until("2026-12-31"));

        assertThat(toldOn("2026-11-01")).as("60 days").isEqualTo(1);
        assertThat(letters.getFirst().mail()).contains("boss@example.com");
        assertThat(letters.getFirst().text()).contains("将于 2026-12-31 到期（剩余 60 天）", "60 days left");
        assertThat(toldOn("2026-11-30")).isZero();
        assertThat(toldOn("2026-12-01")).as("30 days").isEqualTo(1);
        assertThat(toldOn("2026-12-24")).as("7 days").isEqualTo(1);
        assertThat(toldOn("2026-12-31")).isZero();
        assertThat(toldOn("2027-01-01")).as("over").isEqualTo(1);
        assertThat(letters.getFirst().brief()).contains("受理已暂停");
        assertThat(toldOn("2027-06-01")).isZero();
    }

    @Test
    void whoIsEnteredLateIsWarnedOnce() {
        resellers.add(until("2026-12-31"));
        assertThat(toldOn("2026-12-30")).isEqualTo(1);
    }

    @Test
    void aNewLicenceIsWarnedOfAnew() {
        resellers.add(until("2026-12-31"));
        assertThat(toldOn("2026-12-30")).isEqualTo(1);

        resellers.change(until("2027-12-31"));

        assertThat(toldOn("2027-01-15")).isZero();
        assertThat(toldOn("2027-11-15")).isEqualTo(1);
    }

    @Test
    void theSameResellerTwiceIsOneAndAnotherOfTheSameTenantIsRefused() {
        assertThat(resellers.add(until("2026-12-31"))).isPresent();
        assertThat(resellers.add(until("2026-12-31"))).isPresent();
        assertThat(resellers.add(until("2027-12-31"))).isEmpty();
        assertThat(resellers.list(Optional.empty(), 10).items()).hasSize(1);
    }
}
