package org.hotline400.server.tariffs.entitlements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Service;

/// Buys features beside a package and drops them. Every method runs in the caller's transaction and sees what that may
/// see.
///
/// An option holds from the day it is bought to the day it is dropped, both whole: the price of neither is shared.
/// Bought again on the day it was dropped, it goes on the day after, so that no day is charged twice.
@Service
public class Options {
    private final OptionRows rows;
    private final Contracts contracts;
    private final FeatureUsage usage;

    Options(OptionRows rows, Contracts contracts, FeatureUsage usage) {
        this.rows = rows;
        this.contracts = contracts;
        this.usage = usage;
    }

    /// Buys a feature from today on, at today's price of the contract's edition.
    public OptionChange buy(OptionOrder order) {
        return contract(order)
                .map(contract -> {
                    rows.lock(contract.id());
                    return before(order, contract).orElseGet(() -> buy(order, contract));
                })
                .orElseGet(OptionChange.NoContract::new);
    }

    private Optional<OptionChange> before(OptionOrder order, Contract contract) {
        return order.by()
                .key()
                .flatMap(key -> rows.boughtBy(contract.id(), key))
                .map(known -> sameOrNot(known, order));
    }

    private static OptionChange sameOrNot(BoughtOption known, OptionOrder order) {
        return known.feature() == order.feature() ? new OptionChange.AsBefore(known) : new OptionChange.KeyUsed();
    }

    private OptionChange buy(OptionOrder order, Contract contract) {
        var today = today(order);
        var offer = entitlements(contract, today);
        var price = offer.options().get(order.feature());
        var latest = latest(contract, order.feature());
        var running = latest.filter(option -> option.until().isEmpty());
        if (running.isPresent()) {
            return new OptionChange.AsBefore(running.get());
        }
        if (offer.included().contains(order.feature())) {
            return new OptionChange.Included();
        }
        return price == null ? new OptionChange.NotOffered() : add(order, contract, price, latest);
    }

    private OptionChange add(OptionOrder order, Contract contract, Money price, Optional<BoughtOption> latest) {
        var today = today(order);
        var from = latest.flatMap(BoughtOption::until)
                .filter(free -> free.isAfter(today))
                .orElse(today);
        var option = new BoughtOption(contract.id(), order.feature(), price, from, Optional.empty());
        rows.add(contract.tenant(), option, order.by());
        // What the contract has agreed for days to come may end it: a larger package from next month on.
        OptionEnds.of(contract, option).ifPresent(ends -> rows.cut(option, ends));
        return new OptionChange.Done(latest(contract, order.feature()).orElse(option));
    }

    /// Drops a feature at the end of today.
    ///
    /// @param force also when the number's live plan uses it, which then passes over those places
    public OptionChange drop(OptionOrder order, boolean force) {
        return contract(order)
                .map(contract -> {
                    rows.lock(contract.id());
                    return droppedBefore(order, contract).orElseGet(() -> drop(order, contract, force));
                })
                .orElseGet(OptionChange.NoContract::new);
    }

    private Optional<OptionChange> droppedBefore(OptionOrder order, Contract contract) {
        return order.by()
                .key()
                .flatMap(key -> rows.droppedBy(contract.id(), key))
                .map(known -> sameOrNot(known, order));
    }

    private OptionChange drop(OptionOrder order, Contract contract, boolean force) {
        var running = latest(contract, order.feature())
                .filter(option -> option.until().isEmpty());
        if (running.isEmpty()) {
            return new OptionChange.NotBought();
        }
        var used = usage.paths(contract.tenant(), order.number(), order.feature());
        if (!used.isEmpty() && !force) {
            return new OptionChange.InUse(used);
        }
        var tomorrow = today(order).plusDays(1);
        var ends = tomorrow.isBefore(running.get().from()) ? running.get().from() : tomorrow;
        rows.drop(running.get(), ends, order.by());
        return new OptionChange.Done(latest(contract, order.feature()).orElseThrow());
    }

    private Optional<BoughtOption> latest(Contract contract, Feature feature) {
        return rows.of(contract.id()).stream()
                .filter(option -> option.feature() == feature)
                .max(Comparator.comparing(BoughtOption::from)
                        .thenComparing(option -> option.until().orElse(LocalDate.MAX)));
    }

    private Optional<Contract> contract(OptionOrder order) {
        return contracts.find(order.number(), today(order));
    }

    private static Entitlements entitlements(Contract contract, LocalDate day) {
        return contract.on(day).orElseThrow().tariff().entitlements();
    }

    private static LocalDate today(OptionOrder order) {
        return LocalDate.ofInstant(order.by().at(), BusinessTime.ZONE);
    }
}
