package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.charging.internal.Rulebook.Called;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.HoldOrder;
import org.hotline400.server.ledger.Holds;
import org.hotline400.server.ledger.Holds.Holding;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.springframework.stereotype.Component;

/// Reads the calls' records on and settles each call once: its cost, its bundled seconds, its legs and the cursor are
/// there together or not at all. One node at a time does.
///
/// A call that was reserved for by nobody, or that went on while the database was away, first reserves the bundled
/// seconds that it can have, in a transaction before: whoever takes from several accounts twice in one would wait for
/// others who wait for him.
@Component
public class Settler {
    /// Calls that begin wait for the accounts of those that are being settled: so few at once take some ten
    /// milliseconds, and still share most of what a transaction costs.
    static final int BATCH = 100;
    /// Most numbers may have no contract, and their calls cost little to pass over.
    private static final int READ = 3 * BATCH;
    /// Beyond all sequences of a call that lives.
    private static final int LATE = 1_000_000;

    private static final Duration LATE_LEASE = Duration.ofMinutes(15);
    private static final long PLENTY = 100_000_000;
    private static final Pattern HOTLINE = Pattern.compile("400[0-9]{7}");

    private final CallFeed feed;
    private final Rulebook rules;
    private final GrantRows grants;
    private final Ledger ledger;
    private final Holds holds;
    private final SettlementRows rows;
    private final MonthSumRows months;
    private final Transactions transactions;
    private final Clock clock;
    /// Calls for which it was reserved late in the step before.
    private Set<String> secured = Set.of();

    public Settler(Records records, Books books, Transactions transactions, Clock clock) {
        this.feed = records.feed();
        this.rules = records.rules();
        this.grants = records.grants();
        this.ledger = books.ledger();
        this.holds = books.holds();
        this.rows = books.rows();
        this.months = books.months();
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is rated, and how.
    @Component
    public record Records(CallFeed feed, Rulebook rules, GrantRows grants) {}

    /// What is written.
    @Component
    public record Books(Ledger ledger, Holds holds, SettlementRows rows, MonthSumRows months) {}

    /// What one step did.
    ///
    /// @param isAll whether no more records are there
    /// @param spent customers whose money ran out
    public record Step(boolean isAll, Set<TenantId> spent) {}

    /// Settles the next calls.
    public synchronized Step step() {
        return transactions.asOperator(() -> {
            var cursor = rows.lockCursor();
            if (cursor.isEmpty()) {
                return new Step(true, Set.of());
            }
            var entries = feed.after(cursor.get(), READ);
            var batch = batch(entries);
            var rated = rate(batch.contracts());
            var late = late(rated);
            if (!late.isEmpty()) {
                ledger.hold(late);
                secured = late.stream().map(HoldOrder::key).collect(Collectors.toSet());
                return new Step(false, Set.of());
            }
            settle(rated, freed(batch));
            if (!batch.entries().isEmpty()) {
                rows.moveCursor(batch.entries().getLast().position());
            }
            boolean isAll = entries.size() < READ && batch.entries().size() == entries.size();
            if (isAll) {
                rows.caughtUp(clock.instant());
            }
            secured = Set.of();
            return new Step(isAll, spent(rated));
        });
    }

    private static Set<TenantId> spent(List<RatedCall> rated) {
        return rated.stream()
                .filter(one -> one.call().end().reason() == EndReason.FUNDS_EXHAUSTED)
                .map(one -> one.contract().tenant())
                .collect(Collectors.toSet());
    }

    /// What one step settles.
    ///
    /// @param entries up to the last call of the batch that may cost something
    /// @param contracts of the calls that may cost something
    private record Batch(List<CallFeed.Entry> entries, Map<CallId, PricedContract> contracts) {}

    private Batch batch(List<CallFeed.Entry> entries) {
        var known = rules.findNow(entries.stream().flatMap(Settler::called).collect(Collectors.toSet()));
        var contracts = new HashMap<CallId, PricedContract>();
        int taken = 0;
        while (taken < entries.size() && contracts.size() < BATCH) {
            var entry = entries.get(taken++);
            called(entry)
                    .flatMap(called -> Stream.ofNullable(known.get(called)))
                    .filter(contract -> !contract.isFree())
                    .forEach(contract -> contracts.put(entry.id(), contract));
        }
        return new Batch(entries.subList(0, taken), contracts);
    }

    /// Calls that still hold something and cost nothing any more: their contract was ended, or made free, meanwhile.
    private List<Settlement> freed(Batch batch) {
        var passed = batch.entries().stream()
                .map(CallFeed.Entry::id)
                .filter(call -> !batch.contracts().containsKey(call))
                .map(CallId::toString)
                .toList();
        var held = passed.isEmpty() ? List.<Holding>of() : holds.of(passed);
        return held.stream()
                .map(Holding::key)
                .distinct()
                .map(call -> new Settlement(call, List.of()))
                .toList();
    }

    /// What is to be looked up for a call that may cost something.
    private static Stream<Called> called(CallFeed.Entry call) {
        boolean mayCost = !call.tenant().equals(TenantId.OPERATOR)
                && HOTLINE.matcher(call.number()).matches();
        return mayCost
                ? Stream.of(new Called(
                        new HotlineNumber(call.number()),
                        call.tenant(),
                        LocalDate.ofInstant(call.startedAt(), BusinessTime.ZONE)))
                : Stream.empty();
    }

    private List<RatedCall> rate(Map<CallId, PricedContract> contracts) {
        if (contracts.isEmpty()) {
            return List.of();
        }
        // None, unless somebody has moved the cursor back: what they held is gone.
        var settled = rows.among(contracts.keySet());
        var wanted = contracts.keySet().stream()
                .filter(call -> !settled.contains(call))
                .toList();
        var charged = new ArrayList<Charged>();
        for (var call : feed.records(wanted)) {
            var contract = contracts.get(call.id());
            if (contract != null) {
                charged.add(new Charged(call, contract));
            }
        }
        var all = holds.of(charged.stream().map(Charged::key).toList());
        var held = all.stream().collect(Collectors.groupingBy(Holding::key));
        var bundles = bundles(all);
        return charged.stream()
                .map(one -> rate(one, held.getOrDefault(one.key(), List.of()), bundles))
                .toList();
    }

    private record Charged(CallRecord call, PricedContract contract) {
        String key() {
            return call.id().toString();
        }
    }

    private Map<Holding, Bundle> bundles(List<Holding> held) {
        var accounts = held.stream().map(Holding::account).distinct().toList();
        var known = grants.ofAccounts(accounts).stream()
                .collect(Collectors.toMap(GrantRows.Row::account, GrantRows.Row::bundle));
        var bundles = new HashMap<Holding, Bundle>();
        for (var one : held) {
            var bundle = known.get(one.account());
            if (bundle != null) {
                bundles.put(one, bundle.with(one.total()));
            }
        }
        return bundles;
    }

    private RatedCall rate(Charged charged, List<Holding> held, Map<Holding, Bundle> bundles) {
        var minutes =
                held.stream().filter(bundles::containsKey).map(bundles::get).toList();
        long money = held.stream()
                .filter(one -> !bundles.containsKey(one))
                .mapToLong(Holding::total)
                .sum();
        var funds = rules.payerNow(charged.contract().tenant()).funds();
        return RatedCall.of(charged.call(), charged.contract(), funds, Bundle.inOrder(minutes), money);
    }

    /// Orders for the bundled seconds that calls can still have which cost more than they hold.
    private List<HoldOrder> late(List<RatedCall> rated) {
        var orders = new ArrayList<HoldOrder>();
        for (var one : rated) {
            if (one.isUncovered()
                    && !secured.contains(one.key())
                    && !one.contract().bundled().isEmpty()) {
                orders.addAll(late(one));
            }
        }
        return orders;
    }

    private List<HoldOrder> late(RatedCall rated) {
        var at = rated.call().times().startedAt();
        var held = rated.bundles().stream().collect(Collectors.toMap(Bundle::account, Bundle::seconds));
        var usable = rules.bundles(rated.contract().contract(), at).stream()
                .map(bundle -> bundle.with(PLENTY))
                .toList();
        var wanted = CallCost.of(rated.contract(), Components.of(rated.call()), usable);
        var orders = new ArrayList<HoldOrder>();
        for (int i = 0; i < usable.size(); i++) {
            var account = usable.get(i).account();
            long more = wanted.used().get(i) - held.getOrDefault(account, 0L);
            if (more > 0) {
                orders.add(new HoldOrder(
                        rated.key(), LATE, account, 0, more, clock.instant().plus(LATE_LEASE)));
            }
        }
        return orders;
    }

    /// All in one statement: who settles twice in a transaction waits for others who do.
    private void settle(List<RatedCall> rated, List<Settlement> freed) {
        if (rated.isEmpty() && freed.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var settled = ledger.settle(Stream.concat(rated.stream().map(RatedCall::settlement), freed.stream())
                .toList());
        var written = new ArrayList<SettlementRows.Row>();
        var writeOffs = new ArrayList<Transfer>();
        for (int i = 0; i < rated.size(); i++) {
            var one = rated.get(i);
            long unsecured = one.unsecured(settled.get(i).posted());
            if (unsecured > 0) {
                writeOffs.add(one.writeOff(unsecured));
            }
            if (one.isCharged()) {
                written.add(new SettlementRows.Row(one, unsecured));
            }
        }
        if (!writeOffs.isEmpty()) {
            ledger.post(writeOffs).forEach(Postings::done);
        }
        var fresh = rows.add(written, now);
        months.add(sums(written.stream()
                .filter(row -> fresh.contains(row.rated().call().id()))
                .toList()));
    }

    private static Collection<MonthSumRows.Sum> sums(List<SettlementRows.Row> written) {
        record Key(TenantId tenant, YearMonth month) {}
        var sums = new HashMap<Key, MonthSumRows.Sum>();
        for (var row : written) {
            var key = new Key(
                    row.rated().contract().tenant(), YearMonth.from(row.rated().month()));
            sums.merge(
                    key,
                    new MonthSumRows.Sum(
                            key.tenant(), key.month(), 1, row.rated().cost().total()),
                    MonthSumRows.Sum::plus);
        }
        return sums.values();
    }
}
