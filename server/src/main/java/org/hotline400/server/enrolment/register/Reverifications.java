package org.hotline400.server.enrolment.register;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.messages.Facts;
import org.hotline400.server.enrolment.messages.MessageKind;
import org.hotline400.server.enrolment.messages.MessageOrder;
import org.hotline400.server.enrolment.messages.Messages;
import org.hotline400.server.enrolment.register.Reverification.Check;
import org.hotline400.server.enrolment.register.Reverification.Confirmation;
import org.hotline400.server.enrolment.register.ReverificationState.Event;
import org.hotline400.server.enrolment.register.internal.RegisterRows;
import org.hotline400.server.enrolment.register.internal.ReverificationRows;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.springframework.stereotype.Service;

/// The yearly checks: planned with an entry, asked for, confirmed by the holder, checked by the operator's people.
@Service
public class Reverifications {
    private static final ApplicationActor PLATFORM = ApplicationActor.platform("the yearly check");

    private final ReverificationRows rows;
    private final RegisterRows entries;
    private final Messages messages;
    private final Applications applications;
    private final Transactions transactions;
    private final RegisterSettings settings;
    private final Clock clock;

    // One collaborator each for tables, the holder's address, messages, time.
    public Reverifications(
            ReverificationRows rows,
            RegisterRows entries,
            Messages messages,
            Applications applications,
            Transactions transactions,
            RegisterSettings settings,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.messages = messages;
        this.applications = applications;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void planYearly(RegisterEntry entry, Instant from) {
        plan(entry, from.plus(settings.period()));
    }

    /// Due as soon as the usual notice allows.
    void planAtOnce(RegisterEntry entry, Instant now) {
        plan(entry, now.plus(settings.notice()));
    }

    private void plan(RegisterEntry entry, Instant due) {
        rows.insert(new Reverification(
                Ids.next(),
                entry.tenant(),
                entry.id(),
                entry.number(),
                ReverificationState.PLANNED,
                due,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /// The number has left its holder.
    void end(RegisterEntry entry) {
        rows.open(entry.tenant(), entry.id()).ifPresent(open -> step(open, Event.END, one -> one));
    }

    /// The holder confirms, or says what has changed; in a transaction that sees what the caller may see.
    ///
    /// @param statement what has changed; may be empty when nothing did
    public ReverificationChange confirm(Caller caller, UUID id, boolean accurate, String statement) {
        return transactions.asTenant(
                caller.tenant(),
                () -> rows.lock(id)
                        .map(one -> {
                            var said = new Confirmation(clock.instant(), caller.name(), accurate, statement);
                            var isRepeated = one.state() == ReverificationState.CONFIRMED
                                    && one.confirmation()
                                            .filter(before -> before.says(accurate, statement))
                                            .isPresent();
                            return isRepeated
                                    ? new ReverificationChange.AsBefore(one)
                                    : step(one, Event.CONFIRM, changed -> changed.confirmed(said));
                        })
                        .orElseGet(ReverificationChange.Unknown::new));
    }

    /// The operator's people have looked at it. What passes plans the next one.
    ///
    /// @param note why; not empty when it failed
    /// @param purpose as it is now; empty: as it was
    public ReverificationChange check(String by, UUID id, boolean passed, String note, Optional<String> purpose) {
        return transactions.asOperator(() -> rows.lock(id)
                .map(one -> {
                    var wanted = passed ? ReverificationState.PASSED : ReverificationState.FAILED;
                    return one.state() == wanted
                            ? new ReverificationChange.AsBefore(one)
                            : checked(one, passed, new Check(clock.instant(), by, note), purpose);
                })
                .orElseGet(ReverificationChange.Unknown::new));
    }

    private ReverificationChange checked(Reverification one, boolean passed, Check said, Optional<String> purpose) {
        var change = step(one, passed ? Event.PASS : Event.FAIL, changed -> changed.checked(said));
        if (change instanceof ReverificationChange.Done) {
            var entry = entries.find(one.entry()).orElseThrow();
            purpose.ifPresent(text -> entries.purpose(entry.tenant(), entry.id(), text));
            if (passed) {
                planYearly(entry, one.dueAt().isAfter(said.at()) ? one.dueAt() : said.at());
            } else {
                tell(one, entry, MessageKind.RE_VERIFICATION_FAILED, new Facts().with("reason", said.note()));
            }
        }
        return change;
    }

    /// Asks the holders whose time has come; a bounded number.
    ///
    /// @return how many
    int ask(int most) {
        return transactions.asOperator(() -> {
            var now = clock.instant();
            var planned = rows.due(ReverificationState.PLANNED, now.plus(settings.notice()), most);
            planned.forEach(one -> {
                step(one, Event.ASK, changed -> changed.asked(now));
                entries.find(one.entry())
                        .ifPresent(entry -> tell(one, entry, MessageKind.RE_VERIFICATION_ASKED, new Facts()));
            });
            return planned.size();
        });
    }

    /// Notes those that were not confirmed in time: proposes a suspension, and suspends nothing.
    ///
    /// @return how many
    int expire(int most) {
        return transactions.asOperator(() -> {
            var late = rows.due(ReverificationState.ASKED, clock.instant(), most);
            late.forEach(one -> {
                step(one, Event.EXPIRE, changed -> changed);
                entries.find(one.entry())
                        .ifPresent(entry -> tell(one, entry, MessageKind.RE_VERIFICATION_OVERDUE, new Facts()));
            });
            return late.size();
        });
    }

    private ReverificationChange step(Reverification one, Event event, UnaryOperator<Reverification> alter) {
        return one.state()
                .after(event)
                .<ReverificationChange>map(next -> {
                    var changed = alter.apply(one.in(next));
                    rows.store(changed);
                    return new ReverificationChange.Done(changed);
                })
                .orElseGet(() -> new ReverificationChange.Impossible(one));
    }

    /// In the console; and by mail and text message where the holder's address is known by an application.
    private void tell(Reverification one, RegisterEntry entry, MessageKind kind, Facts facts) {
        var handler = entry.application()
                .flatMap(id -> applications.find(id, PLATFORM))
                .map(application -> application.form().handler());
        facts.with("company", entry.holder().company())
                .with("number", one.number().display())
                .with("purpose", Optional.of(entry.use().purpose()).filter(text -> !text.isBlank()))
                .at("due", Optional.of(one.dueAt()));
        messages.write(new MessageOrder(
                entry.tenant(),
                entry.application(),
                kind,
                facts,
                handler.flatMap(person -> person.mail()),
                handler.flatMap(person -> person.mobile())));
    }

    /// Those that the caller may see, in the order of their ids.
    ///
    /// @param states only those; empty: all
    /// @param after start behind this one
    public Page<Reverification> list(Caller caller, Set<ReverificationState> states, Optional<UUID> after, int limit) {
        return Page.of(
                caller.see(transactions, () -> rows.list(states, after, limit + 1)),
                limit,
                one -> one.id().toString());
    }
}
