package org.hotline400.server.tariffs.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.NUMBER;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.OTHER;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.contract;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.recording;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.span;
import static org.hotline400.server.tariffs.entitlements.EntitledContracts.with;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hotline400.server.tariffs.Feature;
import org.junit.jupiter.api.Test;

/// What a number may use day by day, and when an option ends because of its contract.
class GrantTest {

    private static String told(Grant grant) {
        return grant.number() + " " + grant.from() + " "
                + grant.until().map(Object::toString).orElse("-") + " "
                + grant.features().stream().map(Feature::code).toList();
    }

    @Test
    void an_option_holds_between_its_days_beside_what_the_package_has() {
        var contract = contract(span("2026-11-02", "", NUMBER, with(Feature.MENU)));

        assertThat(Grant.of(contract, List.of(recording(contract, "2026-11-10", "2026-11-21"))))
                .extracting(GrantTest::told)
                .containsExactly(
                        "4009970001 2026-11-02 2026-11-10 [menu]",
                        "4009970001 2026-11-10 2026-11-21 [menu, recording]",
                        "4009970001 2026-11-21 - [menu]");
    }

    @Test
    void a_change_of_package_and_of_number_begins_a_grant_of_its_own() {
        var contract = contract(
                span("2026-11-02", "2026-12-01", NUMBER, with(Feature.MENU)),
                span("2026-12-01", "2027-02-01", OTHER, with(Feature.MENU, Feature.SURVEY)));

        assertThat(Grant.of(contract, List.of(recording(contract, "2026-11-20", ""))))
                .extracting(GrantTest::told)
                .containsExactly(
                        "4009970001 2026-11-02 2026-11-20 [menu]",
                        "4009970001 2026-11-20 2026-12-01 [menu, recording]",
                        "4009970002 2026-12-01 2027-02-01 [menu, recording, survey]");
    }

    @Test
    void an_option_dropped_and_bought_again_the_same_day_leaves_no_gap() {
        var contract = contract(span("2026-11-02", "", NUMBER, with()));

        assertThat(Grant.of(
                        contract,
                        List.of(
                                recording(contract, "2026-11-02", "2026-11-11"),
                                recording(contract, "2026-11-11", ""))))
                .extracting(GrantTest::told)
                .containsExactly("4009970001 2026-11-02 2026-11-11 [recording]", "4009970001 2026-11-11 - [recording]");
    }

    @Test
    void an_option_ends_where_a_package_that_has_it_begins() {
        var contract = contract(
                span("2026-11-02", "2026-12-01", NUMBER, with()),
                span("2026-12-01", "", NUMBER, with(Feature.RECORDING)));

        assertThat(OptionEnds.of(contract, recording(contract, "2026-11-20", "")))
                .hasToString("Optional[2026-12-01]");
        assertThat(OptionEnds.of(contract, recording(contract, "2026-12-05", "")))
                .hasToString("Optional[2026-12-05]");
    }

    @Test
    void an_option_ends_with_its_contract_and_not_before() {
        var over = contract(span("2026-11-02", "2026-12-11", NUMBER, with()));
        var running = contract(span("2026-11-02", "", NUMBER, with()));
        var before = contract(
                span("2026-11-02", "2026-12-01", NUMBER, with(Feature.RECORDING)),
                span("2026-12-01", "", NUMBER, with()));

        assertThat(OptionEnds.of(over, recording(over, "2026-11-20", ""))).hasToString("Optional[2026-12-11]");
        assertThat(OptionEnds.of(running, recording(running, "2026-11-20", ""))).isEmpty();
        assertThat(OptionEnds.of(before, recording(before, "2026-12-02", ""))).isEmpty();
    }

    @Test
    void all_that_is_sold_grants_all_that_a_plan_can_do_and_nothing_grants_nothing() {
        assertThat(PlanFeatures.granted(EnumSet.allOf(Feature.class)))
                .containsExactlyElementsOf(org.hotline400.server.callplans.PlanFeature.ALL);
        assertThat(PlanFeatures.granted(Set.of())).isEmpty();
        assertThat(PlanFeatures.granted(Set.of(Feature.MENU, Feature.WEBHOOKS)))
                .containsExactly(org.hotline400.server.callplans.PlanFeature.MENUS);
        assertThat(PlanFeatures.show(Feature.WEBHOOKS)).isFalse();
    }
}
