package org.hotline400.server.callplans;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The lines that enterprises may forward to: each is rung once and told a code, which whoever wants the line has to
/// name. So nobody sends calls to a stranger, or runs up charges at a line that is not his.
///
/// The operator's own plans need no confirmation: he answers for them. An extension is the enterprise's own phone.
@Service
public class ForwardTargets {
    /// A code that was not heard in time is worth nothing.
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    static final int TRIES = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_TO_A_LINE = 3;
    private static final int MOST_OF_A_TENANT = 50;

    private final Transactions transactions;
    private final ForwardTargetRows rows;
    private final ObjectProvider<ConfirmationCalls> calls;
    private final Clock clock;
    private final boolean needed;

    ForwardTargets(
            Transactions transactions,
            ForwardTargetRows rows,
            ObjectProvider<ConfirmationCalls> calls,
            HotlineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.calls = calls;
        this.clock = clock;
        this.needed = settings.confirmsForwardTargets();
    }

    /// What keeps this plan from being published: the lines that nobody has confirmed.
    List<Finding> unconfirmed(TenantId tenant, CallPlan plan, PlanBounds bounds) {
        if (!needed || bounds.equals(PlanBounds.OPERATOR)) {
            return List.of();
        }
        var confirmed = transactions.asTenant(tenant, () -> rows.confirmed(tenant));
        return PlanTargets.of(plan).stream()
                .filter(named -> named.target() instanceof Target.Line(var number) && !confirmed.contains(number))
                .map(named -> Finding.error(
                        named.path(),
                        "plan.target-unconfirmed",
                        named.target().text() + " was not confirmed yet; let it be rung and name the code"))
                .toList();
    }

    /// Reads a line as people write it.
    ///
    /// @throws IllegalArgumentException when it is none that could be confirmed
    public static Target.Line line(String text) {
        return switch (TargetText.read(text, PlanBounds.CUSTOMER)) {
            case TargetText.Reading.Good(Target.Line line) -> line;
            case TargetText.Reading.Good _ ->
                throw new IllegalArgumentException("a phone of yours needs no confirmation; name a line outside");
            case TargetText.Reading.Bad(var _, var message) -> throw new IllegalArgumentException(message);
        };
    }

    /// In the order of the lines.
    public List<ForwardTarget> all(TenantId tenant) {
        return transactions.asTenant(tenant, () -> rows.all(tenant));
    }

    /// Rings a line and has a fresh code spoken there.
    ///
    /// @param author who asked for it
    public Confirmation ask(TenantId tenant, Target.Line line, String author) {
        var phone = calls.getIfAvailable();
        if (phone == null) {
            return new Confirmation.NoWay();
        }
        var code = SpokenCode.fresh();
        var refused = transactions.asOperator(() -> book(tenant, line, code, author));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!phone.ring(tenant, line, code.digits())) {
            return new Confirmation.NoWay();
        }
        return transactions.asTenant(
                tenant, () -> new Confirmation.Ringing(rows.find(tenant, line).orElseThrow()));
    }

    /// Across tenants: a stranger's telephone must not ring more often because several ask for it.
    private Optional<Confirmation> book(TenantId tenant, Target.Line line, SpokenCode code, String author) {
        var now = clock.instant();
        rows.oneAtATime(line);
        if (rows.callsTo(line, now.minus(HOUR)) >= MOST_TO_A_LINE) {
            return Optional.of(new Confirmation.TooMany(HOUR));
        }
        if (rows.callsOf(tenant, now.minus(DAY)) >= MOST_OF_A_TENANT) {
            return Optional.of(new Confirmation.TooMany(DAY));
        }
        rows.noteCall(tenant, line, now);
        rows.open(new ForwardTargetRows.Opened(tenant, line, code.hash(), now.plus(GOOD_FOR), TRIES, author), now);
        return Optional.empty();
    }

    /// Takes the code that somebody heard.
    public Confirmation confirm(TenantId tenant, Target.Line line, String code) {
        return transactions.asTenant(tenant, () -> {
            var open = rows.takeTry(tenant, line, clock.instant());
            if (open.isEmpty()) {
                return new Confirmation.NoCode();
            }
            if (!SpokenCode.matches(code, open.get().hash())) {
                return new Confirmation.Wrong(open.get().triesLeft());
            }
            rows.confirm(tenant, line, clock.instant());
            return new Confirmation.Confirmed(rows.find(tenant, line).orElseThrow());
        });
    }

    /// Confirms a line without a call: the operator answers for it.
    public ForwardTarget vouch(TenantId tenant, Target.Line line, String author) {
        return transactions.asTenant(tenant, () -> {
            rows.vouch(tenant, line, author, clock.instant());
            return rows.find(tenant, line).orElseThrow();
        });
    }

    /// Forgets a line. Plans that are live keep ringing it; the next one needs it confirmed again.
    public boolean remove(TenantId tenant, Target.Line line) {
        return transactions.asTenant(tenant, () -> rows.remove(tenant, line));
    }
}
