package org.hotline400.server.numbers;

import java.time.Clock;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.internal.NumberRows;
import org.springframework.stereotype.Service;

/// Changes the status of numbers: the only way to do it. Every change locks its number, so that no number is
/// ever given away twice, and leaves a record of who, when and why.
@Service
public class HotlineNumbers {
    private final Transactions transactions;
    private final NumberRows rows;
    private final Clock clock;

    HotlineNumbers(Transactions transactions, NumberRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /// Gives a number to a tenant and puts it into service, making it known when it is new.
    ///
    /// @throws IllegalArgumentException when there is no such tenant
    public NumberChange assign(HotlineNumber number, TenantId tenant, Actor actor) {
        return transactions.asOperator(() -> {
            rows.makeKnown(number, clock.instant());
            return change(number, NumberEvent.ASSIGN, tenant, actor);
        });
    }

    /// Lets an event happen to a number; [NumberEvent#ASSIGN] goes through [#assign].
    public NumberChange apply(HotlineNumber number, NumberEvent event, Actor actor) {
        if (event == NumberEvent.ASSIGN) {
            throw new IllegalArgumentException("a number is assigned to somebody: use assign");
        }
        return transactions.asOperator(() -> change(
                number,
                event,
                NumberLifeCycle.target(event) == NumberStatus.AVAILABLE
                        ? TenantId.OPERATOR
                        : rows.find(number).map(NumberInService::tenant).orElse(TenantId.OPERATOR),
                actor));
    }

    private NumberChange change(HotlineNumber number, NumberEvent event, TenantId tenant, Actor actor) {
        var found = rows.lock(number);
        if (found.isEmpty()) {
            return new NumberChange.Unknown(number);
        }
        var before = found.get();
        return NumberLifeCycle.next(before.status(), event)
                .<NumberChange>map(status -> {
                    var after = new NumberInService(number, tenant, status, clock.instant());
                    rows.store(before, event, after, actor);
                    return new NumberChange.Done(after);
                })
                .orElseGet(() -> new NumberChange.Impossible(before, event));
    }

    /// From the database, as the transaction under way or the operator sees it.
    public Optional<NumberInService> find(HotlineNumber number) {
        return transactions.asOperator(() -> rows.find(number));
    }

    /// In the order of the numbers; runs in the caller's transaction and lists what that may see.
    ///
    /// @param after start behind this one
    public Page<NumberInService> list(Optional<HotlineNumber> after, int limit) {
        return Page.of(rows.list(after, limit + 1), limit, one -> one.number().digits());
    }
}
