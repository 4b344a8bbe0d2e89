package org.hotline400.server.tariffs.entitlements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;

/// What a number may use for some days on which neither its package nor its options change.
///
/// @param until the first day for which it no longer holds; empty: for good
/// @param features those of the package and of the options together
record Grant(
        ContractId contract,
        HotlineNumber number,
        LocalDate from,
        Optional<LocalDate> until,
        Tariff tariff,
        Set<Feature> features) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /// All of a contract, one after the other.
    static List<Grant> of(Contract contract, List<BoughtOption> options) {
        var grants = new ArrayList<Grant>();
        for (var span : contract.spans()) {
            var days = new TreeSet<LocalDate>();
            options.forEach(option -> {
                days.add(option.from());
                option.until().ifPresent(days::add);
            });
            days.removeIf(day -> !span.holdsOn(day));
            days.add(span.from());
            for (var day : days) {
                var next = Optional.ofNullable(days.higher(day)).or(span::until);
                grants.add(new Grant(
                        contract.id(), span.number(), day, next, span.tariff(), on(day, span.tariff(), options)));
            }
        }
        return grants;
    }

    private static Set<Feature> on(LocalDate day, Tariff tariff, List<BoughtOption> options) {
        var features = EnumSet.noneOf(Feature.class);
        features.addAll(tariff.entitlements().included());
        options.stream().filter(option -> option.holdsOn(day)).forEach(option -> features.add(option.feature()));
        return Collections.unmodifiableSet(features);
    }
}
