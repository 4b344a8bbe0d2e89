package org.hotline400.server.billing.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// An enterprise asks which package would be best, and whether its books stay as they are.
@ServerTest
@Timeout(120)
class AdviceApiTest {
    private static final List<String> BOOKS = List.of("ledger", "charging", "billing", "tariffs");

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Bills bills;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TenantId tenant;
    private Contract contract;
    /// The month that runs.
    private LocalDate month;

    @BeforeEach
    void twoMonthsOfCallsOnTheStandardPackage() {
        tenant = tenants.create("Advised shop").id();
        month = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE).withDayOfMonth(1);
        contract = sign(month.minusMonths(3));
        // Calls of 200 minutes by day: 2,600 minutes, then 3,400: 3,000 on the mean.
        talks(month.minusMonths(2), 13);
        talks(month.minusMonths(1), 17);
    }

    private Contract sign(LocalDate starts) {
        var order = new Contracts.Order(
                ContractId.next(), tenant, AdvisedShop.freshNumber(), "standard", 1, 12, starts, starts);
        return transactions.asOperator(() -> contracts.sign(order));
    }

    private void talks(LocalDate of, int count) {
        var shop = new AdvisedShop(jdbc, transactions, tenant, contract.id());
        for (int day = 1; day <= count; day++) {
            shop.talk(of.withDayOfMonth(day).atTime(9, 0), 12_000);
        }
    }

    private Api.Client owner() {
        return api.as(tenant, Role.OWNER);
    }

    private static String path(Contract of, int months) {
        return "/api/v1/contracts/" + of.id() + "/advice?months=" + months;
    }

    private static JsonNode candidate(JsonNode advice, String tariff, int term) {
        return StreamSupport.stream(advice.at("/candidates").spliterator(), false)
                .filter(one -> one.at("/tariff").asString().equals(tariff)
                        && one.at("/termMonths").asInt() == term)
                .findFirst()
                .orElseThrow();
    }

    /// All rows of the tenant in all books; drafts are made anew by the server itself at any time.
    private List<String> books() {
        return transactions.asOperator(() -> jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                         where table_schema in (:books) and column_name = 'tenant' and table_name not like '%draft%'
                           and has_table_privilege(table_schema || '.' || table_name, 'select')
                         order by 1""").param("books", BOOKS).query(String.class).list().stream()
                .map(table -> table + " " + fingerprint(table))
                .toList());
    }

    private String fingerprint(String table) {
        return jdbc.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                        + table + " t where tenant = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .single();
    }

    @Test
    void two_months_are_replayed_and_the_package_of_3500_minutes_beats_the_one_of_2000() {
        var books = books();
        var advice = owner().get(path(contract, 2)).json();

        // Standard for a year: 160 a month; 600 and 1,400 minutes beyond 2,000 at 0.18: 108 and 252.
        var standard = candidate(advice, "standard", 12);
        assertThat(standard.at("/months/0/month").asString())
                .isEqualTo(month.minusMonths(2).toString().substring(0, 7));
        assertThat(standard.at("/months/0/total").asString()).isEqualTo("268.00");
        assertThat(standard.at("/months/1/total").asString()).isEqualTo("412.00");
        assertThat(standard.at("/total").asString()).isEqualTo("680.00");
        assertThat(standard.at("/worst/total").asString()).isEqualTo("412.00");
        assertThat(standard.at("/saving").asString()).isEqualTo("0.00");
        // Ten and thirteen calls: 2,000 and 2,600 minutes. Fifteen and twenty: 3,000 and 4,000.
        assertThat(standard.at("/withLess").asString()).isEqualTo("428.00");
        assertThat(standard.at("/withMore").asString()).isEqualTo("860.00");

        // Standard Plus: 280 a month, and 3,500 minutes suffice.
        var plus = candidate(advice, "standard-plus", 12);
        assertThat(plus.at("/total").asString()).isEqualTo("560.00");
        assertThat(plus.at("/saving").asString()).isEqualTo("120.00");
        assertThat(plus.at("/reason/chinese").asString()).contains("3,500 分钟每个月都够用");

        assertThat(advice.at("/today/total").asString()).isEqualTo("680.00");
        assertThat(advice.at("/candidates/0/tariff").asString()).isEqualTo("standard-plus");
        var sameTerm =
                advice.at("/candidates").get(advice.at("/withoutBindingLonger").asInt());
        assertThat(sameTerm.at("/tariff").asString()).isEqualTo("standard-plus");
        assertThat(sameTerm.at("/termMonths").asInt()).isEqualTo(12);
        assertThat(advice.at("/extrapolated").asBoolean()).isFalse();
        assertThat(books()).isEqualTo(books);
    }

    @Test
    void a_young_contract_is_told_that_its_advice_is_an_estimate() {
        var advice = owner().get(path(sign(month.minusMonths(1)), 12)).json();
        assertThat(advice.at("/extrapolated").asBoolean()).isTrue();
        assertThat(advice.at("/note/english").asString()).contains("estimate");

        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        var answer = owner().get(path(sign(today), 12));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/code").asString()).isEqualTo("advice.too-early");
    }

    @Test
    void a_bill_is_replayed_under_another_package_and_the_books_stay_as_they_are() {
        var bill = bills.issue(List.of(contract.id()), month.minusMonths(1)).getFirst();
        var books = books();
        assertThat(books).anyMatch(table -> table.startsWith("charging.rated_legs 30 "));
        var path = "/api/v1/bills/" + bill + "/replay?tariff=standard-plus&termMonths=12";

        var replayed = owner().get(path).json();

        // The seventeen calls were charged 0.18 each, which the bill has; Standard Plus has 3,500 minutes for 280.00.
        assertThat(lines(replayed))
                .containsExactly(
                        "rent 160.00 → 280.00", "bundled-minutes 0.00 → 0.00", "calls-forward-fixed 3.06 → 0.00");
        assertThat(replayed.at("/before").asString()).isEqualTo("163.06");
        assertThat(replayed.at("/difference").asString()).isEqualTo("116.94");
        assertThat(books()).isEqualTo(books);

        var stranger = api.as(tenants.create("Stranger to bills").id(), Role.OWNER);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(owner().get("/api/v1/bills/" + bill + "/replay?tariff=unheard-of")
                        .status())
                .isEqualTo(400);
        assertThat(owner().get(path + "3").status()).isEqualTo(400);
    }

    private static List<String> lines(JsonNode replayed) {
        return StreamSupport.stream(replayed.at("/lines").spliterator(), false)
                .map(line ->
                        line.at("/kind").asString() + " " + line.at("/before").asString() + " → "
                                + line.at("/after").asString())
                .toList();
    }

    @Test
    void strangers_find_no_contract_and_months_are_bounded() {
        var stranger = api.as(tenants.create("Stranger to advice").id(), Role.OWNER);
        assertThat(stranger.get(path(contract, 2)).status()).isEqualTo(404);
        assertThat(owner().get(path(contract, 13)).status()).isEqualTo(400);
    }

    @Test
    void visitors_are_advised_by_what_they_say() {
        var advice = api.withoutKey()
                .get("/api/v1/tariffs/advice?minutesPerMonth=3000&nightPercent=0&mobilePercent=70&callSeconds=300")
                .json();
        // 600 calls of five minutes: 1,000 minutes beyond the 2,000 at 0.18.
        assertThat(candidate(advice, "standard", 12).at("/total").asString()).isEqualTo("340.00");
        assertThat(candidate(advice, "standard-plus", 12).at("/total").asString())
                .isEqualTo("280.00");
        assertThat(advice.at("/candidates/0/tariff").asString()).isEqualTo("standard-plus");
        assertThat(advice.at("/today").isMissingNode() || advice.at("/today").isNull())
                .isTrue();

        var wrong = api.withoutKey().get("/api/v1/tariffs/advice?minutesPerMonth=0&nightPercent=101");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations").size()).isEqualTo(2);
    }
}
