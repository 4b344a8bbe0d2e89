package org.hotline400.app.measure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hotline400.server.numbers.catalogue.Catalogue;
import org.hotline400.server.numbers.catalogue.CatalogueIndex;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the catalogue of numbers in this process alone, and prints figures as JSON. The index comes
/// first of all, as cold as at start.
@Command(
        name = "measure-numbers",
        hidden = true,
        description = "Measures how fast numbers are graded and found; for ./hotline bench numbers.")
public final class MeasureNumbersCommand implements Callable<Integer> {
    private static final int NUMBERS = 10_000_000;
    private static final int WARM_UP = 4_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--searches", defaultValue = "10000", description = "How many searches are measured.")
    private int searches;

    @Option(
            names = "--mix",
            defaultValue = "0",
            description = "Prints so many searches of the mix instead, as HTTP queries.")
    private int mix;

    @Option(names = "--dump", description = "Prints all numbers instead, as PostgreSQL's COPY takes them.")
    private boolean dump;

    @Override
    public Integer call() {
        if (searches < 1 || searches > 1_000_000 || mix < 0 || mix > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "a mix has 1 to 1,000,000 searches");
        }
        var out = spec.commandLine().getOut();
        if (dump) {
            new NumberDump().print(out);
        } else if (mix > 0) {
            QueryMix.searches(mix).forEach(query -> out.print(query.http() + "\n"));
        } else {
            print(measure());
        }
        out.flush();
        return 0;
    }

    private Map<String, Double> measure() {
        var figures = new LinkedHashMap<String, Double>();
        long before = liveBytes();
        long begin = System.nanoTime();
        var index = CatalogueIndex.build();
        figures.put("buildSeconds", seconds(begin));
        var market = MeasuredMarket.market();
        begin = System.nanoTime();
        var catalogue = Catalogue.of(index, market);
        figures.put("catalogueSeconds", seconds(begin));
        begin = System.nanoTime();
        catalogue = catalogue.with(market);
        figures.put("changeSeconds", seconds(begin));
        figures.put("megabytes", (liveBytes() - before) / 1e6);
        grade(figures);
        warmUp(catalogue, figures);
        time(catalogue, QueryMix.searches(searches), figures);
        return figures;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long liveBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void grade(Map<String, Double> figures) {
        var classes = NumberClass.values();
        var counts = new int[classes.length];
        long begin = System.nanoTime();
        for (int suffix = 0; suffix < NUMBERS; suffix++) {
            counts[CompactGrade.classOrdinal(Grading.compact(suffix))]++;
        }
        figures.put("gradedSeconds", seconds(begin));
        for (int i = 0; i < counts.length; i++) {
            figures.put(classes[i].code() + "Share", (double) counts[i] / NUMBERS);
        }
    }

    private static void warmUp(Catalogue catalogue, Map<String, Double> figures) {
        long begin = System.nanoTime();
        long found = catalogue.search(QueryMix.others(1).getFirst().query()).total();
        figures.put("firstSearchMilliseconds", seconds(begin) * 1e3);
        for (var query : QueryMix.others(WARM_UP)) {
            found += catalogue.search(query.query()).total();
        }
        figures.put("foundInWarmUp", (double) found);
    }

    private static void time(Catalogue catalogue, List<MixedQuery> queries, Map<String, Double> figures) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var times = new long[queries.size()];
        long found = 0;
        long garbage = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            found += catalogue.search(queries.get(i).query()).total();
            times[i] = System.nanoTime() - begin;
        }
        figures.put("bytesPerSearch", (double) (threads.getCurrentThreadAllocatedBytes() - garbage) / times.length);
        figures.put("meanFound", (double) found / times.length);
        percentiles("", times, figures);
        for (var kind : QueryMix.Kind.values()) {
            var ofKind = IntStream.range(0, times.length)
                    .filter(i -> queries.get(i).kind() == kind)
                    .mapToLong(i -> times[i])
                    .toArray();
            if (ofKind.length > 0) {
                percentiles(kind.name().toLowerCase(Locale.ROOT) + ".", ofKind, figures);
            }
        }
    }

    private static void percentiles(String of, long[] times, Map<String, Double> figures) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        for (int percent : new int[] {50, 95, 99, 100}) {
            int place = Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
            figures.put(of + (percent == 100 ? "max" : "p" + percent) + "Milliseconds", sorted[place] / 1e6);
        }
    }

    private void print(Map<String, Double> figures) {
        var json = new StringBuilder("{");
        figures.forEach((name, value) -> json.append(json.length() > 1 ? ", " : "")
                .append('"')
                .append(name)
                .append("\": ")
                .append(value));
        spec.commandLine().getOut().println(json.append('}'));
    }
}
