package org.hotline400.server.calls.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a board shows.
///
/// @param total how many calls are going on
/// @param counts all of them, by number and state
/// @param calls the first 500, as the list has them
record BoardBody(long total, List<CountBody> counts, List<LiveBody> calls) {
    private static final int SHOWN = 500;

    /// How many calls of a number are in a state.
    record CountBody(String number, String state, long calls) {}

    static BoardBody of(List<LiveBody> calls) {
        record Place(String number, String state) {}
        Map<Place, Long> counts = calls.stream()
                .collect(Collectors.groupingBy(call -> new Place(call.number(), call.state()), Collectors.counting()));
        var sorted = counts.entrySet().stream()
                .map(one -> new CountBody(one.getKey().number(), one.getKey().state(), one.getValue()))
                .sorted(Comparator.comparing(CountBody::number).thenComparing(CountBody::state))
                .toList();
        return new BoardBody(calls.size(), sorted, List.copyOf(calls.subList(0, Math.min(SHOWN, calls.size()))));
    }
}
