package org.hotline400.server.numbers;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.internal.NumberRegister;
import org.hotline400.server.numbers.internal.NumberRows;
import org.hotline400.server.numbers.internal.NumberStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/// Changes the status of numbers: the only way to do it. Every change locks its number, so that no number is
/// ever given away twice, leaves a record of who, when and why, and publishes a [NumberFact]; all of it is
/// there or nothing.
///
/// Whoever acts for the operator may change every number, anybody else only what he holds.
@Service
public class HotlineNumbers {
    private final Transactions transactions;
    private final NumberRows rows;
    private final NumberRegister register;
    private final Supplier<OnSale> onSale;
    private final int heldAtMost;
    private final Clock clock;

    HotlineNumbers(
            Transactions transactions,
            NumberRows rows,
            NumberRegister register,
            ObjectProvider<OnSale> onSale,
            HotlineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.register = register;
        // Asked once, at the first hold: the stock is made after its users.
        this.onSale = SingletonSupplier.of(() -> onSale.getIfAvailable(() -> OnSale.KNOWN_SEGMENTS));
        this.heldAtMost = settings.numbers().heldAtMost();
        this.clock = clock;
    }

    /// Puts an available number into a tenant's cart for some minutes, making it known when it is new. A
    /// number that the tenant holds already stays held as long as it was.
    public NumberChange hold(HotlineNumber number, TenantId tenant, Actor actor) {
        if (!actor.mayActFor(tenant)) {
            return new NumberChange.NotHolder(number);
        }
        return transactions.asOperator(() -> {
            if (actor.isOperator() && !rows.isTenant(tenant)) {
                return new NumberChange.NoSuchTenant(tenant);
            }
            // A look first: those who come too late for a number neither wait for it nor write.
            return rows.find(number)
                    .filter(one -> !one.isDue(clock.instant()))
                    .flatMap(one -> gone(one, tenant))
                    .orElseGet(() -> lockAndHold(number, tenant, actor));
        });
    }

    private NumberChange lockAndHold(HotlineNumber number, TenantId tenant, Actor actor) {
        // Before the number's own lock, always: whoever holds two at once counts both.
        rows.queueHolds(tenant);
        var known = register.lock(number);
        // One that cannot be held is not made known: asking for all of them leaves no ten million rows.
        var refusal = known.isEmpty() ? refusal(number, tenant, actor) : Optional.<NumberChange>empty();
        return refusal.orElseGet(() -> hold(known.orElseGet(() -> register.take(number)), tenant, actor));
    }

    private NumberChange hold(NumberInService before, TenantId tenant, Actor actor) {
        return gone(before, tenant)
                .or(() -> refusal(before.number(), tenant, actor))
                .orElseGet(() -> register.change(before, NumberStep.to(tenant, NumberEvent.HOLD), actor));
    }

    /// What a tenant hears who wants a number that is not available.
    private static Optional<NumberChange> gone(NumberInService number, TenantId tenant) {
        if (number.status() == NumberStatus.AVAILABLE) {
            return Optional.empty();
        }
        if (number.tenant().equals(tenant)) {
            return Optional.of(
                    number.status() == NumberStatus.HELD
                            ? new NumberChange.AsBefore(number)
                            : new NumberChange.Impossible(number, NumberEvent.HOLD));
        }
        return Optional.of(
                number.status().isPromised()
                        ? new NumberChange.AlreadyHeld(number.number())
                        : new NumberChange.NotAvailable(number.number()));
    }

    /// Why this tenant may not hold a number that nobody has; nothing is refused to the operator.
    private Optional<NumberChange> refusal(HotlineNumber number, TenantId tenant, Actor actor) {
        if (actor.isOperator()) {
            return Optional.empty();
        }
        if (!onSale.get().isOnSale(number)) {
            return Optional.of(new NumberChange.NotOnSale(number));
        }
        return rows.countHeld(tenant, clock.instant()) < heldAtMost
                ? Optional.empty()
                : Optional.of(new NumberChange.HoldLimit(heldAtMost));
    }

    /// Keeps a number for a tenant's application until its papers are due. Only the operator may do so with a
    /// number that the tenant does not hold.
    public NumberChange reserve(HotlineNumber number, TenantId tenant, Actor actor) {
        return give(number, tenant, NumberEvent.RESERVE, actor);
    }

    /// Gives a number to a tenant and puts it into service, making it known when it is new; for the operator
    /// and his platform.
    public NumberChange assign(HotlineNumber number, TenantId tenant, Actor actor) {
        return actor.isOperator()
                ? give(number, tenant, NumberEvent.ASSIGN, actor)
                : new NumberChange.NotHolder(number);
    }

    private NumberChange give(HotlineNumber number, TenantId tenant, NumberEvent event, Actor actor) {
        return transactions.asOperator(() -> {
            if (!rows.isTenant(tenant)) {
                return new NumberChange.NoSuchTenant(tenant);
            }
            return actor.isOperator()
                    ? give(register.take(number), tenant, event, actor)
                    : register.lock(number)
                            .filter(before -> before.status().isPromised()
                                    && before.tenant().equals(tenant))
                            .filter(_ -> actor.mayActFor(tenant))
                            .map(before -> give(before, tenant, event, actor))
                            .orElseGet(() -> new NumberChange.NotHolder(number));
        });
    }

    private NumberChange give(NumberInService before, TenantId tenant, NumberEvent event, Actor actor) {
        var wanted = NumberLifeCycle.next(NumberStatus.AVAILABLE, event);
        if (wanted.filter(status -> before.is(status, tenant)).isPresent()) {
            return new NumberChange.AsBefore(before);
        }
        // What is in somebody's cart goes to him or, once he has let go of it, to others.
        return before.status().isPromised() && !before.tenant().equals(tenant)
                ? new NumberChange.AlreadyHeld(before.number())
                : register.change(before, NumberStep.to(tenant, event), actor);
    }

    /// Ends a hold.
    public NumberChange releaseHold(HotlineNumber number, Actor actor) {
        return change(number, actor, before -> release(before, NumberStatus.HELD, actor));
    }

    /// Ends a reservation.
    public NumberChange releaseReservation(HotlineNumber number, Actor actor) {
        return change(number, actor, before -> release(before, NumberStatus.RESERVED, actor));
    }

    private NumberChange release(NumberInService before, NumberStatus from, Actor actor) {
        return before.status() == from
                ? register.change(before, NumberStep.of(NumberEvent.RELEASE), actor)
                : new NumberChange.Impossible(before, NumberEvent.RELEASE);
    }

    /// Gives a number in service to another owner; for the operator. It stays in service, and waits for the
    /// new owner's plan.
    public NumberChange transfer(HotlineNumber number, TenantId tenant, Actor actor) {
        if (!actor.isOperator()) {
            return new NumberChange.NotHolder(number);
        }
        return change(number, actor, before -> {
            if (!rows.isTenant(tenant)) {
                return new NumberChange.NoSuchTenant(tenant);
            }
            return before.is(NumberStatus.ACTIVE, tenant)
                    ? new NumberChange.AsBefore(before)
                    : register.change(before, NumberStep.to(tenant, NumberEvent.TRANSFER), actor);
        });
    }

    /// Lets a number take another one's place: callers of the old one hear of it, for a set time. The holder
    /// may do so with two numbers in service; the operator also puts the new one into service, when it is
    /// held or reserved.
    public NumberChange upgrade(Upgrade upgrade, Actor actor) {
        return transactions.asOperator(() -> {
            // In the order of the numbers, so that two upgrades never wait for each other.
            var toFirst = upgrade.to().digits().compareTo(upgrade.from().digits()) < 0;
            var early = register.lock(toFirst ? upgrade.to() : upgrade.from());
            var late = register.lock(toFirst ? upgrade.from() : upgrade.to());
            return (toFirst ? late : early)
                    .map(from -> upgrade(from, toFirst ? early : late, upgrade, actor))
                    .orElseGet(() -> new NumberChange.Unknown(upgrade.from()));
        });
    }

    private NumberChange upgrade(NumberInService from, Optional<NumberInService> to, Upgrade upgrade, Actor actor) {
        if (!actor.mayActFor(from.tenant())) {
            return new NumberChange.NotHolder(from.number());
        }
        if (NumberLifeCycle.next(from.status(), NumberEvent.REPLACE).isEmpty()) {
            return new NumberChange.Impossible(from, NumberEvent.REPLACE);
        }
        var successor = to.filter(one -> one.tenant().equals(from.tenant()));
        if (successor.isEmpty() || !isReady(successor.get(), actor)) {
            return new NumberChange.NoSuccessor(upgrade.to());
        }
        return register.change(from, NumberStep.replacedBy(upgrade.to(), upgrade.referral()), actor);
    }

    /// Puts it into service where it is not yet.
    private boolean isReady(NumberInService successor, Actor actor) {
        if (successor.status().isPromised() && actor.isOperator()) {
            register.change(successor, NumberStep.of(NumberEvent.ASSIGN), actor);
            return true;
        }
        return successor.status() == NumberStatus.ACTIVE;
    }

    /// Lets something happen to a number that leaves it with its holder, or with nobody; what gives it to
    /// somebody has a method of its own.
    public NumberChange apply(HotlineNumber number, NumberEvent event, Actor actor) {
        return switch (event) {
            case HOLD, RESERVE, ASSIGN, TRANSFER, REPLACE ->
                throw new IllegalArgumentException("a number goes to somebody by " + event.code() + ": say to whom");
            case EXPIRE -> throw new IllegalArgumentException("the time of a number runs out by itself");
            case RELEASE, SUSPEND, SUSPEND_FOR_ARREARS, RESUME, BAR, FREEZE, CANCEL, QUARANTINE ->
                change(number, actor, before -> register.change(before, NumberStep.of(event), actor));
        };
    }

    private NumberChange change(HotlineNumber number, Actor actor, Function<NumberInService, NumberChange> change) {
        return transactions.asOperator(() -> register.lock(number)
                .map(before ->
                        actor.mayActFor(before.tenant()) ? change.apply(before) : new NumberChange.NotHolder(number))
                .orElseGet(() -> new NumberChange.Unknown(number)));
    }

    /// From the database, as the operator sees it.
    public Optional<NumberInService> find(HotlineNumber number) {
        return transactions.asOperator(() -> rows.find(number));
    }

    /// From the database; runs in the caller's transaction and finds what that may see.
    public Optional<NumberInService> findVisible(HotlineNumber number) {
        return rows.find(number);
    }

    /// In the order of the numbers; runs in the caller's transaction and lists what that may see.
    ///
    /// @param after start behind this one
    /// @param status only those; empty: all
    public Page<NumberInService> list(Optional<HotlineNumber> after, Optional<NumberStatus> status, int limit) {
        return Page.of(
                rows.list(after, status, limit + 1), limit, one -> one.number().digits());
    }

    /// What has happened to a number, the latest first; runs in the caller's transaction and lists what that
    /// may see: a tenant, what happened in its own time.
    ///
    /// @param before start behind this transition
    public Page<NumberTransition> history(HotlineNumber number, Optional<UUID> before, int limit) {
        return Page.of(
                rows.transitions(number, before, limit + 1),
                limit,
                one -> one.id().toString());
    }
}
