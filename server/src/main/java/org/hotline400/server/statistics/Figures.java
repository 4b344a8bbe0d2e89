package org.hotline400.server.statistics;

import java.util.List;
import java.util.Map;

/// What a scan of a period and the one before it told.
///
/// @param hours of the period and the one before, by their number (see [Period#firstHour()]); those
///     without calls are absent
/// @param places where callers are at home, the most frequent first
/// @param talks of those answered, by the length of the talk: the place in [#LENGTHS], 0 for shorter than
///     the first
/// @param reasons why calls ended, by code
public record Figures(
        Map<Integer, Count> hours, List<Placed> places, Map<Integer, Compared> talks, Map<String, Compared> reasons) {

    /// Where one bar of the distribution ends and the next begins, in seconds.
    public static final List<Integer> LENGTHS = List.of(10, 30, 60, 120, 180, 300, 600, 1200, 1800);

    /// @param province as `Region` has it; empty when not known
    /// @param city empty when only the province is known
    public record Placed(String province, String city, Compared count) {}

    public Figures {
        hours = Map.copyOf(hours);
        places = List.copyOf(places);
        talks = Map.copyOf(talks);
        reasons = Map.copyOf(reasons);
    }
}
