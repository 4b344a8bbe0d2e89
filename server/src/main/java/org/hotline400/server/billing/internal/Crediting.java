package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillPaid;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.billing.CreditOrder;
import org.hotline400.server.billing.Credited;
import org.hotline400.server.billing.month.Dues;
import org.hotline400.server.billing.month.VatRates;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Issues credit notes. Every method runs in the caller's transaction, for the operator.
@Component
public class Crediting {
    private final BillRows bills;
    private final StateRows states;
    private final CreditNoteRows notes;
    private final Series series;
    private final Ledger ledger;
    private final CustomerAccounts accounts;
    private final Seller seller;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Crediting(
            BillRows bills,
            StateRows states,
            CreditNoteRows notes,
            Series series,
            Ledger ledger,
            CustomerAccounts accounts,
            Seller seller,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bills = bills;
        this.states = states;
        this.notes = notes;
        this.series = series;
        this.ledger = ledger;
        this.accounts = accounts;
        this.seller = seller;
        this.events = events;
        this.clock = clock;
    }

    public Credited credit(CreditOrder order) {
        var bill = bills.find(order.bill());
        bill.ifPresent(one -> ledger.lock(List.of(accounts.funds(one.tenant()))));
        var state = states.lock(order.bill());
        if (state.isEmpty() || bill.isEmpty()) {
            return new Credited.Unknown(order.bill());
        }
        var earlier = notes.of(order.bill());
        return before(order)
                .or(() -> refusal(order, bill.get(), earlier))
                .orElseGet(() -> issue(write(order, bill.get(), earlier), state.get()));
    }

    private Optional<Credited> before(CreditOrder order) {
        return order.key()
                .flatMap(key -> notes.withKey(order.bill(), key))
                .map(note -> isSame(note, order) ? new Credited.AsBefore(note) : new Credited.KeyUsed());
    }

    private static boolean isSame(CreditNote note, CreditOrder order) {
        var parts = note.lines().stream()
                .map(line -> new CreditOrder.Part(line.line(), line.amount()))
                .toList();
        return parts.equals(order.lines()) && note.reason().equals(order.reason());
    }

    private static Optional<Credited> refusal(CreditOrder order, Bill bill, List<CreditNote> earlier) {
        var lines = earlier.stream().flatMap(note -> note.lines().stream()).toList();
        return order.lines().stream()
                .flatMap(part -> refusal(part, bill, lines).stream())
                .findFirst()
                .or(() -> tooMuch(order, bill, lines));
    }

    private static Optional<Credited> refusal(CreditOrder.Part part, Bill bill, List<CreditNote.Line> earlier) {
        if (part.line() < 1 || part.line() > bill.lines().size()) {
            return Optional.of(new Credited.NoSuchLine(part.line()));
        }
        var left = bill.lines()
                .get(part.line() - 1)
                .amount()
                .minus(sum(earlier.stream()
                        .filter(line -> line.line() == part.line())
                        .toList()));
        return part.amount().compareTo(left) > 0
                ? Optional.of(new Credited.TooMuch(part.line(), left))
                : Optional.empty();
    }

    /// A bill with lines below zero comes to less than its other lines.
    private static Optional<Credited> tooMuch(CreditOrder order, Bill bill, List<CreditNote.Line> earlier) {
        var asked = order.lines().stream().map(CreditOrder.Part::amount).reduce(Money.ZERO, Money::plus);
        var left = bill.total().minus(sum(earlier));
        return asked.compareTo(left) > 0
                ? Optional.of(new Credited.TooMuch(order.lines().getLast().line(), left))
                : Optional.empty();
    }

    private static Money sum(List<CreditNote.Line> lines) {
        return lines.stream().map(CreditNote.Line::amount).reduce(Money.ZERO, Money::plus);
    }

    private Credited issue(CreditNote note, BillState state) {
        var now = note.issued();
        var waived = lesser(note.total(), notNegative(state.dues().total()));
        var back = note.total().minus(waived);
        post(note, back);
        var unpaid = notNegative(state.unpaid().minus(note.total()));
        var after = state.credited(note.total(), waive(state.dues(), waived)).unpaid(unpaid, now);
        states.update(List.of(after));
        if (after.isPaid() && !state.isPaid()) {
            events.publishEvent(new BillPaid(after.bill(), after.tenant(), after.number(), now));
        }
        if (back.compareTo(Money.ZERO) > 0) {
            events.publishEvent(new FundsAdded(note.tenant(), back, now));
        }
        return new Credited.Done(note);
    }

    private CreditNote write(CreditOrder order, Bill bill, List<CreditNote> earlier) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var month = LocalDate.ofInstant(now, BusinessTime.ZONE).withDayOfMonth(1);
        var lines = order.lines().stream().map(part -> line(part, bill)).toList();
        var plain = new CreditNote(
                Ids.next(),
                bill.tenant(),
                bill.id(),
                series.next(Series.Kind.CN, month, 1).next(),
                bill.number().orElseThrow(),
                lines,
                taxes(bill, earlier, lines),
                order.reason(),
                now,
                "");
        var content = BillDocument.canonical(CreditNoteRows.Document.of(plain, seller.name()));
        var note = hashed(plain, BillDocument.hash(content));
        notes.insert(note, content, order.key(), order.by());
        return note;
    }

    private static CreditNote.Line line(CreditOrder.Part part, Bill bill) {
        var line = bill.lines().get(part.line() - 1);
        return new CreditNote.Line(part.line(), line.kind(), part.amount(), line.taxPercent());
    }

    private static List<Bill.TaxGroup> taxes(Bill bill, List<CreditNote> earlier, List<CreditNote.Line> lines) {
        return CreditedTax.groups(
                bill.taxes(),
                earlier.stream().flatMap(note -> note.taxes().stream()).toList(),
                VatRates.groups(lines.stream().map(Crediting::asLine).toList()));
    }

    private static Bill.Line asLine(CreditNote.Line line) {
        return new Bill.Line(line.kind(), line.amount(), line.taxPercent(), "", "");
    }

    private static CreditNote hashed(CreditNote note, String hash) {
        return new CreditNote(
                note.id(),
                note.tenant(),
                note.bill(),
                note.number(),
                note.billNumber(),
                note.lines(),
                note.taxes(),
                note.reason(),
                note.issued(),
                hash);
    }

    /// What was not taken yet is not asked for any more, and the rest goes back; less tax is owed for all of it.
    private void post(CreditNote note, Money back) {
        var transfers = new ArrayList<Transfer>();
        var revenue = new Transfer.Party.Platform(PlatformAccount.REVENUE);
        if (back.compareTo(Money.ZERO) > 0) {
            var customer = new Transfer.Party.Customer(accounts.funds(note.tenant()));
            transfers.add(transfer(note, "/back", revenue, customer, back));
        }
        var tax = note.taxes().stream().map(Bill.TaxGroup::tax).reduce(Money.ZERO, Money::plus);
        if (tax.compareTo(Money.ZERO) > 0) {
            var vat = new Transfer.Party.Platform(PlatformAccount.VAT);
            transfers.add(transfer(note, "/tax", vat, revenue, tax));
        }
        if (!transfers.isEmpty()) {
            ledger.post(transfers);
        }
    }

    private static Transfer transfer(
            CreditNote note, String name, Transfer.Party from, Transfer.Party to, Money amount) {
        Instant at = note.issued();
        var key = "credit-note/" + note.id() + name;
        return new Transfer(key, from, to, amount.microYuan(), TransferKind.CREDIT_NOTE, note.number(), at);
    }

    /// Of what is not taken yet: fees first, then rents, then the rest.
    static Dues waive(Dues dues, Money amount) {
        var fees = lesser(notNegative(dues.fees()), amount);
        var rest = amount.minus(fees);
        var rent = lesser(notNegative(dues.rent()), rest);
        rest = rest.minus(rent);
        var advance = lesser(notNegative(dues.advance()), rest);
        rest = rest.minus(advance);
        return dues.minus(new Dues(rest, rent, fees, advance));
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Money notNegative(Money amount) {
        return amount.compareTo(Money.ZERO) < 0 ? Money.ZERO : amount;
    }
}
