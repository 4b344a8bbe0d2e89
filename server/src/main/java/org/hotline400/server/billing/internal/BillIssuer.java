package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.BillIssued;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.billing.month.Reckoning;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes bills final: numbers, writes down, hashes and posts them. Every method runs in the caller's transaction.
@Component
class BillIssuer {
    private final BillRows bills;
    private final StateRows states;
    private final Series series;
    private final Ledger ledger;
    private final Collecting collecting;
    private final Tenants tenants;
    private final Seller seller;
    private final BillingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BillIssuer(
            BillRows bills,
            StateRows states,
            Series series,
            Ledger ledger,
            Collecting collecting,
            Tenants tenants,
            Seller seller,
            BillingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bills = bills;
        this.states = states;
        this.series = series;
        this.ledger = ledger;
        this.collecting = collecting;
        this.tenants = tenants;
        this.seller = seller;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// What is to be billed.
    ///
    /// @param id a draft's, or a new one
    /// @param usedAdvance of rents paid in advance; below zero for what is brought in
    record Order(BillId id, NewBill.Subject subject, Reckoning reckoning, Money usedAdvance) {}

    /// Bills of one month, collected from what their customers have.
    List<BillId> issueMonth(LocalDate month, List<Order> orders) {
        var byTenant = new LinkedHashMap<TenantId, List<BillState>>();
        write(month, NewBill.Kind.MONTH, orders)
                .forEach(state -> byTenant.computeIfAbsent(state.tenant(), _ -> new ArrayList<>())
                        .add(state));
        collecting.collect(byTenant);
        return orders.stream().map(Order::id).toList();
    }

    /// The first bill of a contract, whose money is there.
    void issueStart(Order order) {
        write(order.subject().month(), NewBill.Kind.START, List.of(order)).forEach(collecting::collectPaid);
    }

    private List<BillState> write(LocalDate month, NewBill.Kind kind, List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var numbers = series.next(Series.Kind.HL, month, orders.size());
        var written = orders.stream()
                .map(order -> bill(order, kind, numbers.next(), now))
                .toList();
        bills.insert(written);
        var fresh = written.stream().map(BillIssuer::state).toList();
        states.insert(fresh);
        var transfers = written.stream().flatMap(bill -> own(bill).stream()).toList();
        if (!transfers.isEmpty()) {
            ledger.post(transfers);
        }
        written.forEach(bill -> events.publishEvent(new BillIssued(
                bill.id(),
                bill.subject().tenant(),
                bill.number(),
                bill.reckoning().total(),
                now)));
        return fresh;
    }

    private NewBill bill(Order order, NewBill.Kind kind, String number, Instant now) {
        var due = LocalDate.ofInstant(now, BusinessTime.ZONE).plusDays(settings.dueDays());
        var document = document(order, kind, number, now.toString(), due.toString());
        return new NewBill(
                order.id(),
                number,
                kind,
                order.subject(),
                order.reckoning(),
                document.canonical(),
                order.usedAdvance(),
                now,
                due);
    }

    /// As it is written down.
    BillDocument document(Order order, NewBill.Kind kind, String number, String issuedAt, String due) {
        var subject = order.subject();
        return new BillDocument(
                order.id().toString(),
                kind.code(),
                number,
                seller.name(),
                subject.tenant().toString(),
                tenants.name(subject.tenant()).orElse(""),
                subject.contract().toString(),
                subject.hotline().digits(),
                subject.month().toString(),
                issuedAt,
                due,
                order.reckoning().lines().stream()
                        .map(BillDocument.LineDocument::of)
                        .toList(),
                order.reckoning().taxes().stream()
                        .map(BillDocument.TaxDocument::of)
                        .toList(),
                order.reckoning().total().toString());
    }

    /// Calls were taken when they were settled. A bill that comes to nothing is paid.
    private static BillState state(NewBill bill) {
        var total = bill.reckoning().total();
        boolean isFree = total.compareTo(Money.ZERO) <= 0;
        return new BillState(
                bill.id(),
                bill.subject().tenant(),
                bill.number(),
                total,
                isFree ? Money.ZERO : total,
                bill.reckoning().dues(),
                Money.ZERO,
                0,
                isFree ? Optional.of(bill.issuedAt()) : Optional.empty());
    }

    /// Among the operator's own accounts: the tax that is owed, and rents paid in advance that are earned now.
    private static List<Transfer> own(NewBill bill) {
        var transfers = new ArrayList<Transfer>();
        add(transfers, bill, "tax", bill.reckoning().tax(), PlatformAccount.REVENUE, PlatformAccount.VAT);
        if (bill.kind() == NewBill.Kind.MONTH) {
            add(transfers, bill, "earned", bill.usedAdvance(), PlatformAccount.PREPAID_RENT, PlatformAccount.REVENUE);
        }
        return transfers;
    }

    private static void add(
            List<Transfer> transfers,
            NewBill bill,
            String name,
            Money amount,
            PlatformAccount from,
            PlatformAccount to) {
        if (amount.equals(Money.ZERO)) {
            return;
        }
        boolean isForward = amount.compareTo(Money.ZERO) > 0;
        transfers.add(new Transfer(
                "bill/" + bill.id() + "/" + name,
                new Transfer.Party.Platform(isForward ? from : to),
                new Transfer.Party.Platform(isForward ? to : from),
                Math.abs(amount.microYuan()),
                name.equals("tax") ? TransferKind.TAX : TransferKind.RENT,
                bill.number(),
                bill.issuedAt()));
    }
}
