package org.hotline400.server.enrolment.provisioning;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.kernel.Lookout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks for the first call that somebody has answered at each new number: from then on it is live.
@Component
class FirstCalls extends Lookout {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration SOME_TALK = Duration.ofMillis(1);
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final ProvisioningRows rows;
    private final CallRecords records;
    private final Applications applications;
    /// The last one of the look before: those who wait for a call for weeks keep nobody waiting.
    private @Nullable ApplicationId last;

    FirstCalls(Transactions transactions, ProvisioningRows rows, CallRecords records, Applications applications) {
        super("first-calls", PAUSE);
        this.transactions = transactions;
        this.rows = rows;
        this.records = records;
        this.applications = applications;
    }

    /// @return how many are live from now on
    synchronized int look() {
        var silent = transactions.asOperator(() -> rows.silent(Optional.ofNullable(last), AT_ONCE));
        last = silent.size() < AT_ONCE ? null : silent.getLast().application();
        var called = silent.stream().filter(this::hasTalked).toList();
        called.forEach(one ->
                applications.live(one.application(), ApplicationActor.platform("the first call has come through")));
        return called.size();
    }

    private boolean hasTalked(ProvisioningRows.Silent one) {
        var filter = new CallFilter(one.since(), null, one.number().digits(), null, EndReason.COMPLETED, SOME_TALK);
        return !transactions
                .asTenant(one.tenant(), () -> records.list(filter, Optional.empty(), 1))
                .items()
                .isEmpty();
    }

    @Override
    protected void lookOut() {
        var _ = look();
    }
}
