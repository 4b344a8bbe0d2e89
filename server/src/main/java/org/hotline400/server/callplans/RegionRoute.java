package org.hotline400.server.callplans;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.Region;

/// Branches by where the caller's line is at home, and by its kind. The first case that matches counts.
///
/// ```json
/// {"type": "region", "cases": [{"cities": ["深圳"], "to": "shenzhen"}, {"provinces": ["广东", "广西"], "to": "south"},
///  {"kinds": ["international"], "to": "english"}], "otherwise": "headquarters"}
/// ```
///
/// @param cases in this order
/// @param other for callers of whom no case speaks, and those whose region is not known
public record RegionRoute(List<Case> cases, Choice other) implements Decision {
    static final String TYPE = "region";

    /// Matches a caller who is in one of the places and of one of the kinds; an empty set says nothing. A place is
    /// a province, a city, an area code or a carrier.
    record Case(
            Set<String> provinces,
            Set<String> cities,
            Set<String> areaCodes,
            Set<String> carriers,
            Set<CallerNumber.Kind> kinds,
            Choice choice) {
        Case {
            provinces = Set.copyOf(provinces);
            cities = Set.copyOf(cities);
            areaCodes = Set.copyOf(areaCodes);
            carriers = Set.copyOf(carriers);
            kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        }

        boolean matches(CallerNumber caller, Region region) {
            return (kinds.isEmpty() || kinds.contains(caller.kind()))
                    && (carriers.isEmpty() || carriers.contains(region.carrier()))
                    && (namesNoPlace() || isIn(region));
        }

        private boolean isIn(Region region) {
            return !region.isUnknown()
                    && (provinces.contains(region.province())
                            || cities.contains(region.city())
                            || areaCodes.contains(region.areaCode()));
        }

        private boolean namesNoPlace() {
            return provinces.isEmpty() && cities.isEmpty() && areaCodes.isEmpty();
        }

        boolean saysNothing() {
            return namesNoPlace() && carriers.isEmpty() && kinds.isEmpty();
        }
    }

    public RegionRoute {
        cases = List.copyOf(cases);
    }

    static RegionRoute read(Fields fields) {
        var cases = fields.objects("cases", PlanBounds.MAX_CASES, RegionRoute::readCase);
        var otherwise = fields.step("otherwise");
        return new RegionRoute(cases, new Choice(otherwise, Choice.Ground.REGION_OTHER, ""));
    }

    private static Optional<Case> readCase(Fields fields) {
        var provinces = PlaceNames.provinces(fields, "provinces");
        var cities = PlaceNames.cities(fields, "cities");
        var areaCodes = new HashSet<>(fields.textsIn("areaCodes"));
        var carriers = new HashSet<>(fields.textsIn("carriers"));
        var kinds = fields.choices("kinds", CallerNumber.Kind.values(), CallerNumber.Kind::code);
        var to = fields.step("to");
        var detail = Stream.of(
                        provinces,
                        cities,
                        areaCodes,
                        carriers,
                        kinds.stream().map(CallerNumber.Kind::code).toList())
                .flatMap(Collection::stream)
                .sorted()
                .collect(Collectors.joining(", "));
        var read = new Case(
                provinces, cities, areaCodes, carriers, kinds, new Choice(to, Choice.Ground.REGION_MATCHED, detail));
        if (read.saysNothing()) {
            fields.error(
                    "",
                    "plan.case-empty",
                    "a case names provinces, cities, areaCodes, carriers or kinds; whoever is left goes to otherwise");
            return Optional.empty();
        }
        return Optional.of(read);
    }

    @Override
    public Choice decide(Circumstances circumstances) {
        var caller = circumstances.caller();
        var region = circumstances.region();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).matches(caller, region)) {
                return cases.get(i).choice();
            }
        }
        return other;
    }

    @Override
    public Optional<StepName> bypass() {
        return Optional.of(other.next());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return Decision.exits(cases.stream().map(Case::choice).toList(), other);
    }
}
