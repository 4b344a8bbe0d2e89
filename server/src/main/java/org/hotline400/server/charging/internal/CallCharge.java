package org.hotline400.server.charging.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallMeter;
import org.hotline400.server.charging.internal.Share.Reach;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.tariffs.Component;
import org.jspecify.annotations.Nullable;

/// One call that is charged: reserves the next slice before the last one ends. What it reserves is what the call will
/// have cost by the end of the slice, rated as it will be when it is settled, bundled seconds first; so the seconds
/// and the money that it holds suffice at every moment.
///
/// Belongs to the call's thread, but for [#costAt] and [#held].
public final class CallCharge implements CallMeter {
    /// What is reserved at a time.
    static final Duration SLICE = Duration.ofSeconds(60);
    /// How long before the end of what is paid for the next slice is asked for; as long as the last warning needs.
    static final Duration AHEAD = Duration.ofSeconds(10);
    /// A hold lasts for so long behind its slice, and longer while its call lives.
    static final Duration LEASE = Duration.ofMinutes(15);

    private static final Duration FAR = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration RETRY_POSTPAID = Duration.ofSeconds(5);
    /// More than any call uses.
    private static final long PLENTY = 100_000_000;

    private final CallId id;
    private final PricedContract contract;
    private final Payer payer;
    private final Supplier<List<Bundle>> usable;
    private final Purse purse;
    private final Share money;
    private final Map<AccountId, Share> minutes = new HashMap<>();
    /// With the seconds that are held of each, what expires first in front.
    private volatile List<Bundle> bundles = List.of();
    private volatile List<Counting> counting = List.of();
    private @Nullable Instant end;

    /// A stretch that may go on still.
    ///
    /// @param until null while it does
    private record Counting(
            Component component,
            String target,
            Instant from,
            @Nullable Instant until) {
        Stretch at(Instant moment) {
            var over = until;
            return new Stretch(component, target, from, over != null && over.isBefore(moment) ? over : moment);
        }

        Counting closed(Instant at) {
            return until == null && component != Component.PLATFORM ? new Counting(component, target, from, at) : this;
        }
    }

    /// @param usable the bundles of the contract that may pay, of whatever size; asked again as time goes by
    CallCharge(CallId id, PricedContract contract, Payer payer, Supplier<List<Bundle>> usable, Purse purse) {
        this.id = id;
        this.contract = contract;
        this.payer = payer;
        this.usable = usable;
        this.purse = purse;
        this.money = new Share(id.toString(), payer.funds(), purse);
    }

    CallId id() {
        return id;
    }

    Payer payer() {
        return payer;
    }

    PricedContract contract() {
        return contract;
    }

    /// Reserves what the beginning of the call costs.
    ///
    /// @param first what it may begin with, each for its first moment
    Reach open(List<Stretch> first, Instant now) {
        return reserve(first, first, now.plus(LEASE));
    }

    @Override
    public void answered(Instant at) {
        begin(Component.PLATFORM, "", at);
    }

    @Override
    public void talking(Target target, Instant from, boolean isRecorded) {
        begin(Components.of(target), target.text(), from);
        if (isRecorded) {
            begin(Component.RECORDING, target.text(), from);
        }
    }

    private void begin(Component component, String target, Instant from) {
        if (contract.ruler(component).isPresent()) {
            var more = new ArrayList<>(counting);
            more.add(new Counting(component, target, from.truncatedTo(ChronoUnit.MILLIS), null));
            counting = List.copyOf(more);
            // It costs more from here on.
            end = null;
        }
    }

    @Override
    public void talkOver(Instant at) {
        counting = counting.stream().map(one -> one.closed(at)).toList();
        end = null;
    }

    @Override
    public Permit goOn(Instant now) {
        if (counting.stream().allMatch(one -> one.until() != null)) {
            return new Permit.GoOn(Instant.MAX);
        }
        if (end != null) {
            return new Permit.Final(end, AHEAD);
        }
        var paid = paidUntil(now.plus(FAR));
        if (paid.isAfter(now.plus(AHEAD))) {
            return new Permit.GoOn(paid.minus(AHEAD));
        }
        var from = paid.isAfter(now) ? paid : now;
        var slice = from.plus(SLICE);
        var reach = reserve(at(from.plusMillis(1)), at(slice), slice.plus(LEASE));
        return permit(reach, paidUntil(now.plus(FAR)), now);
    }

    private Permit permit(Reach reach, Instant paid, Instant now) {
        return switch (reach) {
            case ENOUGH -> new Permit.GoOn(paid.minus(AHEAD));
            // Some of a slice: money may come until it runs out.
            case SHORT -> paid.isAfter(now.plus(AHEAD)) ? new Permit.GoOn(paid.minus(AHEAD)) : ending(paid);
            case AWAY -> payer.isPrepaid() ? untilPaid(paid, now) : new Permit.GoOn(now.plus(RETRY_POSTPAID));
        };
    }

    private Permit untilPaid(Instant paid, Instant now) {
        return paid.isAfter(now.plus(RETRY).plus(RETRY)) ? new Permit.GoOn(now.plus(RETRY)) : ending(paid);
    }

    private Permit ending(Instant at) {
        end = at;
        return new Permit.Final(at, AHEAD);
    }

    private Reach reserve(List<Stretch> least, List<Stretch> most, Instant expires) {
        if (reserveMinutes(most, expires) == Reach.AWAY) {
            return Reach.AWAY;
        }
        long wanted = cost(most, bundles).total().microYuan();
        return wanted <= money.total()
                ? Reach.ENOUGH
                : money.reach(cost(least, bundles).total().microYuan(), wanted, expires);
    }

    /// A month's account that once gave less than was asked is not asked again.
    private Reach reserveMinutes(List<Stretch> most, Instant expires) {
        if (contract.bundled().isEmpty()) {
            return Reach.ENOUGH;
        }
        takeIn(usable.get());
        for (int i = 0; i < bundles.size(); i++) {
            var share = share(bundles.get(i).account());
            long wanted = share.isSpent() ? 0 : wanted(most, i);
            if (wanted > share.total() && share.reach(0, wanted, expires) == Reach.AWAY) {
                return Reach.AWAY;
            }
            bundles = with(i, share.total());
        }
        return Reach.ENOUGH;
    }

    private long wanted(List<Stretch> most, int bundle) {
        return cost(most, with(bundle, PLENTY)).used().get(bundle);
    }

    private List<Bundle> with(int bundle, long seconds) {
        var changed = new ArrayList<>(bundles);
        changed.set(bundle, bundles.get(bundle).with(seconds));
        return List.copyOf(changed);
    }

    private Share share(AccountId account) {
        return minutes.computeIfAbsent(account, _ -> new Share(id.toString(), account, purse));
    }

    /// Those that were granted since, such as the next month's.
    private void takeIn(List<Bundle> found) {
        var all = new ArrayList<>(bundles);
        for (var bundle : found) {
            if (all.stream().noneMatch(known -> known.account().equals(bundle.account()))) {
                all.add(bundle.with(0));
            }
        }
        bundles = Bundle.inOrder(all);
    }

    /// The last moment that what is held pays for, at most this one.
    private Instant paidUntil(Instant most) {
        var from = counting.stream().map(Counting::from).min(Instant::compareTo).orElse(most);
        return Affordable.until(from, most, money.total(), this::costAt);
    }

    private List<Stretch> at(Instant moment) {
        return counting.stream().map(one -> one.at(moment)).toList();
    }

    private CallCost cost(List<Stretch> stretches, List<Bundle> paying) {
        return CallCost.of(contract, stretches, paying);
    }

    /// What it has cost by then, if it lasts so long.
    Money costAt(Instant moment) {
        return cost(at(moment), bundles).total();
    }

    /// Money that it holds.
    Money held() {
        return new Money(money.total());
    }
}
