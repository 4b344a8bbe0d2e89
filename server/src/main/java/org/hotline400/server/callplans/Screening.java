package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.regions.Region;

/// Who is turned away before the plan runs, at once and without charge.
///
/// ```json
/// {"blacklists": ["nuisance"], "allowOnly": ["members"], "barredPlaces": ["西藏"], "barredKinds": ["international"]}
/// ```
///
/// @param blacklists who is on one of them does not get through
/// @param allowOnly when not empty, who is on none of them does not get through
/// @param barredPlaces provinces and cities that are not served
/// @param barredKinds kinds of numbers that are not served
public record Screening(
        List<ListName> blacklists,
        List<ListName> allowOnly,
        Set<String> barredPlaces,
        Set<CallerNumber.Kind> barredKinds) {
    /// Nobody is turned away.
    static final Screening NONE = new Screening(List.of(), List.of(), Set.of(), Set.of());

    public Screening {
        blacklists = List.copyOf(blacklists);
        allowOnly = List.copyOf(allowOnly);
        barredPlaces = Set.copyOf(barredPlaces);
        barredKinds = barredKinds.isEmpty() ? Set.of() : EnumSet.copyOf(barredKinds);
    }

    static Screening read(Fields fields) {
        return new Screening(
                fields.lists("blacklists"),
                fields.lists("allowOnly"),
                PlaceNames.places(fields, "barredPlaces"),
                fields.choices("barredKinds", CallerNumber.Kind.values(), CallerNumber.Kind::code));
    }

    /// Whether callers of this kind and home are not served.
    public boolean bars(CallerNumber caller, Region region) {
        return barredKinds.contains(caller.kind())
                || (!region.isUnknown()
                        && (barredPlaces.contains(region.province()) || barredPlaces.contains(region.city())));
    }

    /// The lists it names.
    List<ListName> lists() {
        var all = new ArrayList<>(blacklists);
        all.addAll(allowOnly);
        return all;
    }
}
