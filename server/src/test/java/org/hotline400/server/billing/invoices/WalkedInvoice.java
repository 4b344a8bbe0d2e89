package org.hotline400.server.billing.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.vault.TenantSeal;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A request for an invoice on a bill that only it knows.
public final class WalkedInvoice {
    private WalkedInvoice() {}

    /// @return its id
    public static String ask(ApplicationContext server, TenantId tenant) {
        var bill = paid(tenant);
        var invoices = new Invoices(
                server.getBean(JdbcClient.class),
                new BuyerSeal(server.getBean(TenantSeal.class)),
                new Invoices.Papers(_ -> Optional.of(bill), _ -> List.of()));
        var order = new InvoiceOrder(
                bill.id(),
                InvoiceKind.NORMAL,
                new Buyer("Walked", "91110105MA00000012", Optional.empty(), "walked@example.com"),
                Optional.empty(),
                new Invoice.Change("Walked", Instant.now()));
        return switch (server.getBean(Transactions.class)
                .<InvoiceChange>asTenant(tenant, () -> invoices.request(order))) {
            case InvoiceChange.Done(var invoice) -> invoice.id().toString();
            case InvoiceChange other -> throw new AssertionError(other);
        };
    }

    private static Bill paid(TenantId tenant) {
        var amount = Money.ofYuan(106);
        return new Bill(
                BillId.next(),
                tenant,
                ContractId.next(),
                new HotlineNumber("4003219876"),
                Optional.of("HL-202611-900001"),
                LocalDate.of(2026, 11, 1),
                List.of(new Bill.Line("rent", amount, 6, "月租", "rent")),
                List.of(new Bill.TaxGroup(6, amount, Money.ofYuan(6))),
                amount,
                Optional.of(new Bill.Issue(Instant.parse("2026-12-01T00:00:00Z"), "00")),
                Optional.of(LocalDate.of(2026, 12, 31)));
    }
}
