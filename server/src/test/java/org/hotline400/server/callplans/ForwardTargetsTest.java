package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/// Lines are rung and told a code; whoever names it may forward there.
class ForwardTargetsTest {
    private static final Target.Line LINE = new Target.Line("13800138001");
    private static final String PLAN = """
            {"start": "staff", "steps": {"staff": {"type": "forward", "targets": [{"to": "13800138001"}, {"to": "ext:8001"}]}}}
            """;

    private final TenantId shop = new TenantId(Ids.next());
    private final TenantId rival = new TenantId(Ids.next());
    private final List<String> spoken = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-03T02:00:00Z");
    private boolean wayLeadsThere = true;
    private TestDatabase database;
    private ForwardTargets targets;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        targets = targets(true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ForwardTargets targets(boolean confirm) {
        ConfirmationCalls phone = (tenant, line, code) -> {
            spoken.add(code);
            return wayLeadsThere;
        };
        return new ForwardTargets(
                database.transactions(),
                new ForwardTargetRows(database.jdbc()),
                providing(phone),
                settings(confirm),
                clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static HotlineSettings settings(boolean confirm) {
        return new HotlineSettings(
                Path.of("data"),
                new HostPort("127.0.0.1", 0),
                null,
                null,
                null,
                HotlineSettings.Database.embedded(),
                null,
                null,
                null,
                false,
                new HotlineSettings.ForwardTargets(confirm),
                HotlineSettings.Numbers.USUAL,
                HotlineSettings.Enrolment.USUAL);
    }

    private static <T> ObjectProvider<T> providing(T bean) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.of(bean);
            }
        };
    }

    private static CallPlan plan() {
        return ((CheckedPlan.Sound) PlanChecker.check(PLAN, PlanBounds.OPERATOR, Inventory.EVERYTHING)).plan();
    }

    @Test
    void aLineIsConfirmedByTheCodeThatWasSpokenThere() {
        assertThat(targets.ask(shop, LINE, "Li")).isInstanceOf(Confirmation.Ringing.class);
        assertThat(spoken).singleElement().asString().matches("[0-9]{4}");

        assertThat(targets.confirm(shop, LINE, spoken.getFirst())).isInstanceOf(Confirmation.Confirmed.class);

        assertThat(targets.all(shop)).singleElement().satisfies(target -> {
            assertThat(target.confirmedAt()).hasValue(now);
            assertThat(target.author()).isEqualTo("Li");
        });
        assertThat(targets.unconfirmed(shop, plan(), PlanBounds.CUSTOMER)).isEmpty();
    }

    @Test
    void aPlanMayOnlyRingLinesThatItsHolderHasConfirmed() {
        targets.ask(rival, LINE, "Wang");
        targets.confirm(rival, LINE, spoken.getFirst());

        assertThat(targets.unconfirmed(shop, plan(), PlanBounds.CUSTOMER))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("/steps/staff/targets/0/to");
                    assertThat(finding.code()).isEqualTo("plan.target-unconfirmed");
                });
    }

    @Test
    void theOperatorsPlansAndAPlatformThatAsksForNothingRingEveryLine() {
        assertThat(targets.unconfirmed(shop, plan(), PlanBounds.OPERATOR)).isEmpty();
        assertThat(targets(false).unconfirmed(shop, plan(), PlanBounds.CUSTOMER))
                .isEmpty();
    }

    @Test
    void aCodeHasThreeTriesAndThenIsWorthNothing() {
        targets.ask(shop, LINE, "Li");
        var wrong = spoken.getFirst().equals("0000") ? "0001" : "0000";

        assertThat(targets.confirm(shop, LINE, wrong)).isEqualTo(new Confirmation.Wrong(2));
        assertThat(targets.confirm(shop, LINE, wrong)).isEqualTo(new Confirmation.Wrong(1));
        assertThat(targets.confirm(shop, LINE, wrong)).isEqualTo(new Confirmation.Wrong(0));
        assertThat(targets.confirm(shop, LINE, spoken.getFirst())).isInstanceOf(Confirmation.NoCode.class);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        targets.ask(shop, LINE, "Li");

        now = now.plus(ForwardTargets.GOOD_FOR);

        assertThat(targets.confirm(shop, LINE, spoken.getFirst())).isInstanceOf(Confirmation.NoCode.class);
    }

    @Test
    void aCodeIsGoodForWhoAskedForItOnly() {
        targets.ask(shop, LINE, "Li");

        assertThat(targets.confirm(rival, LINE, spoken.getFirst())).isInstanceOf(Confirmation.NoCode.class);
    }

    @Test
    void aStrangersTelephoneRingsAtMostThreeTimesAnHourWhoeverAsks() {
        targets.ask(shop, LINE, "Li");
        targets.ask(rival, LINE, "Wang");
        targets.ask(shop, LINE, "Li");

        assertThat(targets.ask(rival, LINE, "Wang")).isInstanceOf(Confirmation.TooMany.class);
        assertThat(spoken).hasSize(3);

        now = now.plus(Duration.ofMinutes(61));
        assertThat(targets.ask(rival, LINE, "Wang")).isInstanceOf(Confirmation.Ringing.class);
    }

    @Test
    void anEnterpriseHasFiftyCallsADay() {
        for (int i = 0; i < 50; i++) {
            targets.ask(shop, new Target.Line("138001380%02d".formatted(i)), "Li");
        }

        assertThat(targets.ask(shop, new Target.Line("13900139000"), "Li")).isInstanceOf(Confirmation.TooMany.class);
        assertThat(targets.ask(rival, new Target.Line("13900139000"), "Wang")).isInstanceOf(Confirmation.Ringing.class);
    }

    @Test
    void withoutAWayNobodyIsRung() {
        wayLeadsThere = false;

        assertThat(targets.ask(shop, LINE, "Li")).isInstanceOf(Confirmation.NoWay.class);
    }

    @Test
    void theCodeIsNowhereInTheDatabase() {
        targets.ask(shop, LINE, "Li");

        var hash = database.transactions()
                .asTenant(
                        shop,
                        () -> database.jdbc()
                                .sql("select code from callplans.forward_targets")
                                .query(byte[].class)
                                .single());
        assertThat(hash).hasSize(16 + 32);
        assertThat(new String(hash, StandardCharsets.ISO_8859_1)).doesNotContain(spoken.getFirst());
        assertThat(SpokenCode.matches(spoken.getFirst(), hash)).isTrue();
    }

    @Test
    void theOperatorMayAnswerForALine() {
        targets.vouch(shop, LINE, "Operator");

        assertThat(targets.unconfirmed(shop, plan(), PlanBounds.CUSTOMER)).isEmpty();

        assertThat(targets.remove(shop, LINE)).isTrue();
        assertThat(targets.unconfirmed(shop, plan(), PlanBounds.CUSTOMER)).hasSize(1);
    }
}
