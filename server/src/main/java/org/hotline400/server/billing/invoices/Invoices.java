package org.hotline400.server.billing.invoices;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests for invoices: asked for on paid bills, handed to the operator's tax system in batches, and what came back.
/// Every method runs in the caller's transaction and sees what that may see.
public final class Invoices {
    /// Of one batch.
    public static final int MOST_OF_A_BATCH = 2_000;

    private final JdbcClient jdbc;
    private final InvoiceRows rows;
    private final Papers papers;

    Invoices(JdbcClient jdbc, BuyerSeal seal, Papers papers) {
        this.jdbc = jdbc;
        this.rows = new InvoiceRows(jdbc, seal);
        this.papers = papers;
    }

    /// Where bills and what took some of them back are found, in the caller's transaction.
    record Papers(Function<BillId, Optional<Bill>> bills, Function<BillId, List<CreditNote>> creditNotes) {}

    /// Asks for an invoice on what credit notes have left of a bill that is paid in full. A bill has one live request.
    public InvoiceChange request(InvoiceOrder order) {
        var bill = papers.bills().apply(order.bill());
        if (bill.isEmpty()) {
            return new InvoiceChange.NoBill();
        }
        return before(order, bill.get()).orElseGet(() -> request(order, bill.get()));
    }

    private Optional<InvoiceChange> before(InvoiceOrder order, Bill bill) {
        return order.key()
                .flatMap(key -> rows.byKey(bill.tenant(), key))
                .map(known -> isSame(known, order) ? new InvoiceChange.AsBefore(known) : new InvoiceChange.KeyUsed());
    }

    private static boolean isSame(Invoice known, InvoiceOrder order) {
        var asked = known.asked();
        return asked.bill().equals(order.bill())
                && asked.kind() == order.kind()
                && asked.buyer().equals(order.buyer());
    }

    private InvoiceChange request(InvoiceOrder order, Bill bill) {
        var left = Invoiceable.of(bill, papers.creditNotes().apply(bill.id()));
        if (bill.state() != Bill.State.PAID || left.amount().compareTo(Money.ZERO) <= 0) {
            return new InvoiceChange.NotPaid();
        }
        var id = InvoiceId.next();
        var asked = new Invoice.Asked(
                bill.id(),
                bill.number().orElseThrow(),
                bill.hotline(),
                bill.month(),
                order.kind(),
                left.amount(),
                left.taxes(),
                order.buyer(),
                order.by());
        if (rows.add(id, bill.tenant(), asked, order.key())) {
            return new InvoiceChange.Done(rows.find(id).orElseThrow());
        }
        return before(order, bill)
                .orElseGet(
                        () -> new InvoiceChange.Requested(rows.live(bill.id()).orElseThrow()));
    }

    public Optional<Invoice> find(InvoiceId id) {
        return rows.find(id);
    }

    /// The newest first.
    ///
    /// @param before start behind this one
    public Page<Invoice> list(InvoiceFilter filter, Optional<InvoiceId> before, int limit) {
        return Page.of(
                rows.list(filter, before, limit + 1), limit, one -> one.id().toString());
    }

    /// Takes a request back that was not handed on yet.
    public InvoiceChange withdraw(InvoiceId id, Invoice.Change by) {
        return change(id, InvoiceState.Event.WITHDRAW, _ -> false, () -> rows.state(id, InvoiceState.WITHDRAWN, by));
    }

    /// Writes down what the tax system made of a request. Again is nothing.
    public InvoiceChange settle(InvoiceId id, InvoiceResult result, Invoice.Change by) {
        return switch (result) {
            case InvoiceResult.MadeOut(var number) -> madeOut(id, number, by);
            case InvoiceResult.Refused(var reason) ->
                change(
                        id,
                        InvoiceState.Event.REFUSE,
                        known -> known.refusal().equals(Optional.of(reason)),
                        () -> rows.refused(id, reason, by));
        };
    }

    private InvoiceChange madeOut(InvoiceId id, Invoice.Made number, Invoice.Change by) {
        lockResults();
        return rows.isUsed(number, id)
                ? new InvoiceChange.NumberUsed()
                : change(
                        id,
                        InvoiceState.Event.MAKE_OUT,
                        known -> known.number().equals(Optional.of(number)),
                        () -> rows.madeOut(id, number, by));
    }

    /// Notes that an invoice was taken back (红冲) by another one, which is not older.
    public InvoiceChange reverse(InvoiceId id, Invoice.Reversal reversal, Invoice.Change by) {
        var made = rows.find(id).flatMap(Invoice::number);
        if (made.isPresent() && reversal.day().isBefore(made.get().day())) {
            return new InvoiceChange.TooEarly(made.get().day());
        }
        return change(
                id,
                InvoiceState.Event.REVERSE,
                known -> known.reversal().equals(Optional.of(reversal)),
                () -> rows.reversed(id, reversal, by));
    }

    private InvoiceChange change(
            InvoiceId id, InvoiceState.Event event, Function<Invoice, Boolean> isDone, Runnable write) {
        var known = rows.take(id);
        if (known.isEmpty()) {
            return new InvoiceChange.Unknown();
        }
        var invoice = known.get();
        if (invoice.state().after(event).isEmpty()) {
            return isDone.apply(invoice)
                    ? new InvoiceChange.AsBefore(invoice)
                    : new InvoiceChange.Impossible(invoice.state());
        }
        write.run();
        return new InvoiceChange.Done(rows.find(id).orElseThrow());
    }

    /// Notes which file lies in the store for an invoice that was made out.
    InvoiceChange attach(InvoiceId id, String sha256, Invoice.Change by) {
        var known = rows.take(id);
        if (known.isEmpty()) {
            return new InvoiceChange.Unknown();
        }
        var invoice = known.get();
        if (invoice.number().isEmpty()) {
            return new InvoiceChange.Impossible(invoice.state());
        }
        if (invoice.pdf().equals(Optional.of(sha256))) {
            return new InvoiceChange.AsBefore(invoice);
        }
        rows.pdf(id, sha256, by);
        return new InvoiceChange.Done(rows.find(id).orElseThrow());
    }

    /// Hands what waits to the operator's tax system, the oldest first: each request once.
    ///
    /// @param key by which the sender knows it again: the same gives the same batch
    /// @return empty when nothing waits
    public Optional<UUID> export(Optional<String> key, Invoice.Change by) {
        lockResults();
        return key.flatMap(rows::batchByKey).or(() -> {
            rows.waiting(MOST_OF_A_BATCH).forEach(request -> correct(request, by));
            var batch = Ids.next();
            return rows.export(batch, key, by, MOST_OF_A_BATCH) == 0 ? Optional.empty() : Optional.of(batch);
        });
    }

    /// A credit note may have come behind a request: what is handed on is what is left by now, and nothing of nothing.
    private void correct(Invoice waiting, Invoice.Change by) {
        var bill = waiting.asked().bill();
        var notes = papers.creditNotes().apply(bill);
        if (notes.isEmpty()) {
            return;
        }
        var left = Invoiceable.of(papers.bills().apply(bill).orElseThrow(), notes);
        if (left.amount().compareTo(Money.ZERO) <= 0) {
            rows.state(waiting.id(), InvoiceState.WITHDRAWN, by);
        } else if (!left.amount().equals(waiting.asked().amount())) {
            rows.correct(waiting.id(), left, by);
        }
    }

    /// The requests of a batch, as they were handed on; empty when there is no such batch.
    public List<Invoice> batch(UUID batch) {
        return rows.batch(batch);
    }

    /// The newest first.
    public Page<InvoiceBatch> batches(Optional<UUID> before, int limit) {
        return Page.of(rows.batches(before, limit + 1), limit, one -> one.id().toString());
    }

    /// One after the other, so that two who send the same at once find what the first has done.
    private void lockResults() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('billing.invoices', 0))")
                .query((row, index) -> index)
                .single();
    }
}
