package org.hotline400.server.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.billing.BilledCustomers;
import org.hotline400.server.billing.BillingTest;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was billed for leaving early is not due a second time when a number that was taken back is left again.
@BillingTest
@Timeout(60)
class ExitsBilledTest {
    @Autowired
    private BilledCustomers customers;

    @Autowired
    private BillRows bills;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final ContractId contract = ContractId.next();

    private static final class RolledBackException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private UUID billed(TenantId tenant, String month, String lines) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into billing.bills (tenant, id, number, kind, contract, hotline, month, content, hash, total,
                               used_advance, issued_at, due)
                        values (:tenant, :id, :number, 'month', :contract, '4006481999', cast(:month as date), :content,
                               encode(sha256(convert_to(:content, 'UTF8')), 'hex'), 0, 0, now(), now())
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("number", "HL-204011-" + (900_000_000 + month.hashCode() % 1000))
                .param("contract", contract.value())
                .param("month", month)
                .param("content", "{\"lines\":[" + lines + "]}")
                .update();
        return id;
    }

    private static String line(String kind, String amount) {
        return "{\"kind\":\"" + kind + "\",\"amount\":\"" + amount + "\"}";
    }

    @Test
    void it_is_what_bills_said_less_what_credit_notes_took_back() {
        var tenant = customers.customer();
        // Bills are never deleted, and these are not whole: they go with the transaction.
        assertThatThrownBy(() -> transactions.asOperator(() -> {
                    assertThat(bills.exits(List.of(contract))).isEmpty();

                    billed(tenant, "2040-10-01", line("rent", "100.00"));
                    var left = billed(tenant, "2040-11-01", line("rent", "50.00") + "," + line("early-exit", "72.35"));
                    billed(tenant, "2041-02-01", line("early-exit", "20.41"));
                    assertThat(bills.exits(List.of(contract))).containsEntry(contract, Money.parse("92.76"));

                    var content = "{\"lines\":[" + line("early-exit", "12.35") + "," + line("rent", "1.00") + "]}";
                    jdbc.sql("""
                            insert into billing.credit_notes (tenant, id, bill, number, content, hash, total, issued_at,
                                   by_principal)
                            values (:tenant, :id, :bill, :number, :content,
                                   encode(sha256(convert_to(:content, 'UTF8')), 'hex'), 13350000, now(), :id)
                            """)
                            .param("tenant", tenant.value())
                            .param("id", Ids.next())
                            .param("bill", left)
                            .param("number", "CN-204011-" + (100_000_000 + Math.floorMod(left.hashCode(), 100_000_000)))
                            .param("content", content)
                            .update();
                    assertThat(bills.exits(List.of(contract))).containsEntry(contract, Money.parse("80.41"));
                    throw new RolledBackException();
                }))
                .isInstanceOf(RolledBackException.class);
    }
}
