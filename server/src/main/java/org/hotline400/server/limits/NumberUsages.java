package org.hotline400.server.limits;

import java.util.stream.Stream;
import org.hotline400.server.callplans.LivePlans;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.calls.LiveCall;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.GateRows;
import org.springframework.stereotype.Service;

/// Tells how much of its limits a number uses.
@Service
public class NumberUsages {
    private final GateRows rows;
    private final LivePlans plans;
    private final PlanLimits limits;
    private final LiveCalls live;
    private final CallRecords records;
    private final Transactions transactions;

    NumberUsages(
            GateRows rows,
            LivePlans plans,
            PlanLimits limits,
            LiveCalls live,
            CallRecords records,
            Transactions transactions) {
        this.rows = rows;
        this.plans = plans;
        this.limits = limits;
        this.live = live;
        this.records = records;
        this.transactions = transactions;
    }

    /// Over all nodes, from the database.
    public NumberUsage of(TenantId tenant, HotlineNumber number) {
        var most =
                plans.find(tenant, number).map(live -> limits.of(live.plan())).orElse(NumberLimits.NONE);
        var usage = rows.usage(Gate.of(tenant, number));
        int calls = most.countCalls() ? usage.calls() : listed(tenant, number);
        return new NumberUsage(most, calls, usage.second(), usage.month());
    }

    private int listed(TenantId tenant, HotlineNumber number) {
        var here = live.list().stream()
                .filter(call -> call.tenant().equals(tenant))
                .map(LiveCall::number);
        var elsewhere =
                transactions.asTenant(tenant, records::openElsewhere).stream().map(CallRecord::number);
        return (int)
                Stream.concat(here, elsewhere).filter(number.digits()::equals).count();
    }
}
