package org.hotline400.server.tariffs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.Upgrade;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An enterprise and its contract, through the API.
@ServerTest
class ContractsApiTest {
    private static final String CONTRACTS = "/api/v1/contracts";
    private static final Actor DESK = new Actor("test", "for a test");

    private final Api api;
    private final Tenants tenants;
    private final Contracts contracts;
    private final HotlineNumbers numbers;
    private final Transactions transactions;
    private final LocalDate today;

    @Autowired
    ContractsApiTest(
            Api api,
            Tenants tenants,
            Contracts contracts,
            HotlineNumbers numbers,
            Transactions transactions,
            Clock clock) {
        this.api = api;
        this.tenants = tenants;
        this.contracts = contracts;
        this.numbers = numbers;
        this.transactions = transactions;
        this.today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private TenantId shop() {
        return tenants.create("Contract shop").id();
    }

    private Contract sign(TenantId shop, String number) {
        numbers.assign(new HotlineNumber(number), shop, DESK);
        return transactions.asOperator(() -> contracts.sign(new Contracts.Order(
                ContractId.next(), shop, new HotlineNumber(number), "basic", 1, 12, today, today.plusMonths(1))));
    }

    @Test
    void the_owner_sees_asks_and_changes() {
        var shop = shop();
        var path = CONTRACTS + "/" + sign(shop, "4007651001").id();
        var owner = api.as(shop, Role.OWNER);

        var shown = owner.get(path).json();
        assertThat(shown.at("/number").asString()).isEqualTo("4007651001");
        assertThat(shown.at("/spans/0/rentPerMonth").asString()).isEqualTo("80.00");
        assertThat(shown.at("/spans/1/rentPerMonth").asString()).isEqualTo("100.00");
        assertThat(shown.at("/boundUntil").asString())
                .isEqualTo(today.plusMonths(12).toString());
        assertThat(owner.get(CONTRACTS).json().at("/items").size()).isOne();

        var quote = owner.get(path + "/quotes/package?tariff=standard&termMonths=24")
                .json();
        assertThat(quote.at("/before/tariff").asString()).isEqualTo("basic");
        assertThat(quote.at("/after/rentPerMonth").asString()).isEqualTo("150.00");
        assertThat(owner.get(path).json()).as("nothing has changed").isEqualTo(shown);

        var changed = owner.post(path + "/package", "{\"tariff\":\"standard\",\"termMonths\":24}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/spans/0/tariff").asString()).isEqualTo("standard");
        assertThat(changed.json().at("/boundUntil").asString())
                .isEqualTo(today.plusMonths(24).toString());
        assertThat(owner.post(path + "/package", "{\"tariff\":\"standard\",\"termMonths\":24}")
                        .json())
                .isEqualTo(changed.json());
    }

    @Test
    void what_cannot_be_agreed_says_why() {
        var shop = shop();
        var path = CONTRACTS + "/" + sign(shop, "4007651002").id();
        var owner = api.as(shop, Role.OWNER);

        assertThat(code(owner.post(path + "/package", "{\"tariff\":\"basic\",\"termMonths\":0}")))
                .isEqualTo("409 contracts.bound");
        assertThat(code(owner.post(path + "/package", "{\"tariff\":\"basic\",\"termMonths\":13}")))
                .isEqualTo("409 contracts.not-offered");
        assertThat(code(owner.post(
                        path + "/package",
                        "{\"tariff\":\"standard\",\"termMonths\":12,\"from\":\"" + today.minusDays(1) + "\"}")))
                .isEqualTo("409 contracts.past");
        assertThat(code(owner.get(path + "/quotes/package?tariff=basic&termMonths=12")))
                .isEqualTo("409 contracts.as-before");
        var invalid = owner.post(path + "/package", "{\"from\":\"soon\"}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.json().at("/violations").size()).isEqualTo(3);
        assertThat(code(api.as(shop(), Role.OWNER).get(path))).isEqualTo("404 contracts.unknown");
        assertThat(api.as(shop, Role.FINANCE).get(path).status()).isEqualTo(200);
        assertThat(api.as(shop, Role.FINANCE).post(path + "/end", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void a_day_further_than_ten_years_away_is_refused_by_name() {
        var shop = shop();
        var path = CONTRACTS + "/" + sign(shop, "4007651008").id();
        var owner = api.as(shop, Role.OWNER);

        for (var day : List.of(
                "+5000000-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                today.plusYears(10).plusDays(1).toString())) {
            var asked = day.replace("+", "%2B");
            assertThat(violation(owner.get(path + "/quotes/package?tariff=standard&termMonths=12&from=" + asked)))
                    .isEqualTo("400 from out-of-range");
            assertThat(violation(owner.get(path + "/quotes/end?on=" + asked))).isEqualTo("400 on out-of-range");
            assertThat(violation(owner.post(path + "/package", standard(day)))).isEqualTo("400 from out-of-range");
            assertThat(violation(owner.post(path + "/end", "{\"on\":\"" + day + "\"}")))
                    .isEqualTo("400 on out-of-range");
        }
        var last = today.plusYears(10);
        assertThat(owner.get(path + "/quotes/end?on=" + last.plusDays(1))
                        .json()
                        .at("/violations/0/message")
                        .asString())
                .contains(last.toString());
        assertThat(owner.post(path + "/package", standard(last.toString())).status())
                .isEqualTo(200);
    }

    @Test
    void a_reason_that_cannot_be_kept_is_refused_by_name() {
        var shop = shop();
        var path = CONTRACTS + "/" + sign(shop, "4007651009").id();
        var owner = api.as(shop, Role.OWNER);

        assertThat(violation(owner.post(path + "/end", "{\"reason\":\"we\\u0000move\"}")))
                .isEqualTo("400 reason malformed");
        assertThat(violation(owner.post(
                        path + "/package", "{\"tariff\":\"standard\",\"termMonths\":12,\"reason\":\"we\\u0000grow\"}")))
                .isEqualTo("400 reason malformed");
    }

    private static String standard(String from) {
        return "{\"tariff\":\"standard\",\"termMonths\":12,\"from\":\"" + from + "\"}";
    }

    private static String violation(Api.Answer answer) {
        var first = answer.json().at("/violations/0");
        return answer.status() + " " + first.at("/field").asString() + " "
                + first.at("/code").asString();
    }

    @Test
    void a_contract_does_not_outlive_its_number() {
        var shop = shop();
        var number = new HotlineNumber("4007651010");
        var contract = sign(shop, number.digits());
        numbers.apply(number, NumberEvent.CANCEL, DESK);

        var answer = api.as(shop, Role.OWNER).post(CONTRACTS + "/" + contract.id() + "/package", standard("" + today));

        assertThat(code(answer)).isEqualTo("409 contracts.number-gone");
        assertThat(find(contract).ends()).contains(today.plusDays(1));
    }

    private static String code(Api.Answer answer) {
        return answer.status() + " " + answer.json().at("/code").asString();
    }

    @Test
    void leaving_is_quoted_done_once_and_final() {
        var shop = shop();
        var path = CONTRACTS + "/" + sign(shop, "4007651003").id();
        var owner = api.as(shop, Role.OWNER);
        var day = today.plusDays(1).toString();

        var quote = owner.get(path + "/quotes/end").json();
        var ended = owner.post(path + "/end", "{\"reason\":\"we move\"}").json();

        assertThat(quote.at("/from").asString()).isEqualTo(day);
        assertThat(quote.at("/after").isMissingNode() || quote.at("/after").isNull())
                .isTrue();
        assertThat(ended.at("/ends").asString()).isEqualTo(day);
        assertThat(ended.at("/exit").asString())
                .isEqualTo(quote.at("/exit").asString())
                .isNotEqualTo("0.00");
        assertThat(code(owner.post(
                        path + "/package", "{\"tariff\":\"standard\",\"termMonths\":12,\"from\":\"" + day + "\"}")))
                .isEqualTo("409 contracts.ended");
    }

    @Test
    void what_happens_to_a_number_happens_to_its_contract() {
        var shop = shop();
        var from = new HotlineNumber("4007651004");
        var to = new HotlineNumber("4007651005");
        numbers.assign(to, shop, DESK);
        var contract = sign(shop, from.digits());

        assertThat(numbers.upgrade(new Upgrade(from, to, Optional.empty()), DESK)
                        .result())
                .isPresent();
        assertThat(find(contract).on(today).orElseThrow().number()).isEqualTo(to);

        assertThat(numbers.apply(to, NumberEvent.CANCEL, DESK).result()).isPresent();
        assertThat(find(contract).ends()).contains(today.plusDays(1));
    }

    private Contract find(Contract contract) {
        return transactions.asOperator(() -> contracts.find(contract.id())).orElseThrow();
    }

    @Test
    void the_operator_lists_those_of_a_tenant() {
        var shop = shop();
        sign(shop, "4007651006");
        sign(shop, "4007651007");
        var operator = api.asOperator();

        var first = operator.get(CONTRACTS + "?limit=1&tenant=" + shop).json();
        assertThat(first.at("/items/0/number").asString()).isEqualTo("4007651006");
        var second = operator.get(CONTRACTS + "?limit=1&tenant=" + shop + "&cursor="
                        + first.at("/next").asString())
                .json();
        assertThat(second.at("/items/0/number").asString()).isEqualTo("4007651007");
        assertThat(second.at("/items").size()).isOne();
    }
}
