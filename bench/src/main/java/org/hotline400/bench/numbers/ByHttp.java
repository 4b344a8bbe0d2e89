package org.hotline400.bench.numbers;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.ProcessUsage;

/// What visitors of the running platform met.
///
/// @param rate searches a second
/// @param stands from `hotline ready` to the first search that was answered
/// @param firstMinute the searches of the warm-up, while Java still compiles
/// @param load the searches that counted
/// @param cpu of the platform's own process meanwhile
/// @param answers of some searches, by place in the mix: the first of its spread order
/// @param sayings by the search that asks for a meaning, the digits that say it
record ByHttp(
        int rate,
        Duration stands,
        Latencies firstMinute,
        OpenLoop.Result load,
        Duration cpu,
        Map<Integer, SearchAnswer> answers,
        Map<String, List<Saying>> sayings) {
    /// Until Java has compiled what a search goes through: before that its compiler holds one of two cores.
    private static final Duration WARM_UP = Duration.ofMinutes(1);

    private static final int KEPT_ANSWERS = 500;

    ByHttp {
        answers = Map.copyOf(answers);
        sayings = Map.copyOf(sayings);
    }

    static ByHttp measure(PlatformUnderTest platform, Mix mix, NumbersOrder order) throws InterruptedException {
        long ready = System.nanoTime();
        try (var shop = new VisitorShop(platform.http())) {
            shop.awaitCatalogue();
            var stands = Duration.ofNanos(System.nanoTime() - ready);
            int warmUp = (int) (order.rate() * WARM_UP.toSeconds());
            var first = OpenLoop.send(shop.http(), requests(shop, mix, order.requests(), warmUp), order.rate());
            var before = ProcessUsage.of(platform.pid());
            var load = OpenLoop.send(shop.http(), requests(shop, mix, 0, order.requests()), order.rate());
            var cpu = ProcessUsage.of(platform.pid()).since(before).own();
            return new ByHttp(
                    order.rate(), stands, first.latencies(), load, cpu, answers(shop, mix), sayings(shop, mix));
        }
    }

    /// From a place of the spread order on, and round again where the mix is shorter.
    private static List<HttpRequest> requests(VisitorShop shop, Mix mix, int from, int count) {
        var places = mix.spread();
        return IntStream.range(from, from + count)
                .mapToObj(i -> shop.request(mix.searches().get(places.get(i % places.size()))))
                .toList();
    }

    private static Map<Integer, SearchAnswer> answers(VisitorShop shop, Mix mix) throws InterruptedException {
        var answers = new HashMap<Integer, SearchAnswer>();
        for (int place : mix.spread().subList(0, Math.min(KEPT_ANSWERS, mix.size()))) {
            answers.put(place, shop.ask(mix.searches().get(place)));
        }
        return answers;
    }

    private static Map<String, List<Saying>> sayings(VisitorShop shop, Mix mix) throws InterruptedException {
        var sayings = new HashMap<String, List<Saying>>();
        for (var query : mix.searches()) {
            if (Vocabulary.asksMeaning(query) && !sayings.containsKey(query)) {
                sayings.put(query, shop.sayings(query));
            }
        }
        return sayings;
    }
}
