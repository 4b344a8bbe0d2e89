package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline400.server.identity.Role;
import org.hotline400.server.kernel.Money;
import org.junit.jupiter.api.Test;

/// Customers transfer money to the operator's bank account.
class TransferTopUpTest extends PayingTest {

    @Test
    void what_finance_staff_find_on_the_statement_is_on_the_account_at_once() {
        var topUp = ask("bank-transfer", "500");

        assertThat(topUp.status()).isEqualTo(201);
        assertThat(reference(topUp)).matches("HT[0-9]{10}");
        assertThat(topUp.json().at("/howToPay/remark").asString()).isEqualTo(reference(topUp));
        assertThat(topUp.json().at("/howToPay/account/number").asString()).isEqualTo("000011112222");
        assertThat(balance()).isEqualTo(Money.ZERO);

        assertThat(confirm(topUp, "500.00", bankReference()).status()).isEqualTo(201);

        assertThat(state(topUp)).isEqualTo("paid");
        assertThat(balance()).isEqualTo(Money.ofYuan(500));
    }

    @Test
    void what_came_counts_whatever_had_been_asked_for_and_however_late_it_is() {
        var topUp = ask("bank-transfer", "500");
        owner.post(TOP_UPS + "/" + id(topUp) + "/closing", "");
        assertThat(state(topUp)).isEqualTo("closed");

        assertThat(confirm(topUp, "499.90", bankReference()).status()).isEqualTo(201);
        assertThat(confirm(topUp, "0.10", bankReference()).status()).isEqualTo(201);

        assertThat(balance()).isEqualTo(Money.ofYuan(500));
        var shown = owner.get(TOP_UPS + "/" + id(topUp)).json();
        assertThat(shown.at("/state").asString()).isEqualTo("paid");
        assertThat(shown.at("/received").asString()).isEqualTo("500.00");
        assertThat(shown.at("/entries").size()).isEqualTo(2);
    }

    @Test
    void of_many_who_confirm_the_same_movement_at_once_one_does() throws Exception {
        var topUp = ask("bank-transfer", "100");
        var reference = bankReference();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(Collections.nCopies(8, (Callable<Integer>)
                            () -> confirm(topUp, "100.00", reference).status()))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        }
        var other = ask("bank-transfer", "100");
        assertThat(code(confirm(other, "100.00", reference.toLowerCase(Locale.ROOT))))
                .isEqualTo("payments.bank-reference-used");
        assertThat(balance()).isEqualTo(Money.ofYuan(100));
    }

    @Test
    void a_key_stands_for_one_wish() {
        var key = UUID.randomUUID().toString();

        var first = ask("bank-transfer", "200", key);
        var again = ask("bank-transfer", "200", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(code(ask("bank-transfer", "300", key))).isEqualTo("top-ups.key-used");
    }

    @Test
    void an_order_that_nobody_pays_expires() {
        var topUp = ask("bank-transfer", "100");
        rounds.step();
        assertThat(state(topUp)).isEqualTo("asked");

        goRoundAfter(Duration.ofDays(31), () -> assertThat(state(topUp)).isEqualTo("expired"));
    }

    @Test
    void text_that_no_database_holds_is_told_by_its_field() {
        var list = owner.get(TOP_UPS + "?reference=%00");
        var order = owner.post(TOP_UPS, "{\"way\":\"bank-transfer\",\"amount\":\"100\",\"forBill\":\"HL\\u0000\"}");

        assertThat(list.status()).isEqualTo(400);
        assertThat(list.json().at("/violations/0/field").asString()).isEqualTo("reference");
        assertThat(order.status()).isEqualTo(400);
        assertThat(order.json().at("/violations/0/field").asString()).isEqualTo("forBill");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nobody_confirms_his_own_money() {
        var refused = ask("cowries", "99.999");
        var stranger = api.as(tenants.create("Paying stranger").id(), Role.OWNER);
        var topUp = ask("bank-transfer", "100");
        var path = TOP_UPS + "/" + id(topUp);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/violations")
                        .valueStream()
                        .map(one -> one.at("/field").asString()))
                .containsExactlyInAnyOrder("way", "amount");
        assertThat(owner.post(path + "/confirmations", "{}").status()).isEqualTo(403);
        assertThat(owner.post(path + "/refunds", "{}").status()).isEqualTo(403);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/closing", "").status()).isEqualTo(404);
    }
}
