package org.hotline400.server.enrolment.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.guide.IntakePermission.Granted;
import org.hotline400.server.enrolment.guide.IntakePermission.Refused;
import org.hotline400.server.enrolment.resellers.Licence;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.hotline400.server.enrolment.resellers.Resellers;
import org.hotline400.server.enrolment.resellers.internal.ResellerRows;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who may take in whose applications.
@Timeout(60)
class ChannelPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Intake COUNTER =
            new Intake(Intake.Channel.PAPER, Optional.of(new UUID(1, 1)), Optional.empty());

    private final TestDatabase database = TestDatabase.create();
    private final Resellers resellers = new Resellers(
            new ResellerRows(database.jdbc(), new Plain()), database.transactions(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final ChannelPolicy policy = new ChannelPolicy(new ChannelSettings(Set.of()), resellers);
    private final TenantId reseller = tenant();

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

    private Reseller licensed(String from, String until, boolean suspended) {
        return new Reseller(
                reseller,
                "某某通信有限公司",
                new Licence("A2.B1.B2-20200001", "移动通信转售", LocalDate.parse(from), LocalDate.parse(until)),
                Optional.empty(),
                Optional.empty(),
                suspended,
                NOW,
                "Operator");
    }

    private IntakePermission byReseller(String at) {
        var intake = new Intake(Intake.Channel.ONLINE, Optional.of(new UUID(1, 1)), Optional.of(reseller));
        return policy.mayTakeIn(intake, Instant.parse(at));
    }

    private static String code(IntakePermission permission) {
        return permission instanceof Refused refused ? refused.code() : "granted";
    }

    @Test
    void everybodyMayApplyHimselfAndAtTheCounter() {
        assertThat(policy.mayTakeIn(Intake.OWN, NOW)).isInstanceOf(Granted.class);
        assertThat(policy.mayTakeIn(COUNTER, NOW)).isInstanceOf(Granted.class);
    }

    @Test
    void aResellerTakesInFromTheFirstToTheLastDayOfItsLicenceInShanghai() {
        assertThat(code(byReseller("2026-11-27T02:00:00Z"))).isEqualTo("channels.unknown-reseller");

        assertThat(resellers.add(licensed("2026-01-01", "2026-12-31", false))).isPresent();

        assertThat(code(byReseller("2025-12-31T15:59:59Z"))).isEqualTo("channels.licence-not-yet");
        assertThat(code(byReseller("2025-12-31T16:00:00Z"))).isEqualTo("granted");
        assertThat(code(byReseller("2026-12-31T15:59:59Z"))).isEqualTo("granted");
        assertThat(code(byReseller("2026-12-31T16:00:00Z"))).isEqualTo("channels.licence-expired");

        resellers.change(licensed("2026-01-01", "2031-12-31", true));
        assertThat(code(byReseller("2026-12-31T16:00:00Z"))).isEqualTo("channels.reseller-suspended");
    }

    @Test
    void aClosedWayTakesInNothing() {
        var closed = new ChannelPolicy(new ChannelSettings(Set.of(IntakeWay.SELF_SERVICE)), resellers);
        var refusal = closed.mayTakeIn(Intake.OWN, NOW);

        assertThat(code(refusal)).isEqualTo("channels.closed");
        assertThatThrownBy(refusal::require)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations().getFirst().chinese())
                                .hasValueSatisfying(text -> assertThat(text).contains("暂停受理")));
        assertThat(closed.mayTakeIn(COUNTER, NOW)).isInstanceOf(Granted.class);
    }

    @Test
    void theGuideComparesThreeCarriersAndResellers() {
        var guide = CarrierGuide.own();
        assertThat(guide.carriers())
                .extracting(Carrier::chinese)
                .containsExactly("中国电信", "中国联通", "中国移动", "虚拟运营商（转售企业）");
        assertThat(guide.carriers().get(1).aliases()).contains("中国网通");
    }
}
