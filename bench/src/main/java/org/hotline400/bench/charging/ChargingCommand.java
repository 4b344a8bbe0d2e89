package org.hotline400.bench.charging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.calls.ChargedCalls;
import org.hotline400.bench.platform.HotlineCommand;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures charging.
@Command(
        name = "charging",
        mixinStandardHelpOptions = true,
        description = {
            "Calls rated a second on one core, calls that the ledger reserves and settles a second, a month of calls"
                    + " billed, and calls through SIP with charging and without.",
            "All with PostgreSQL as the platform runs it, everything durable; peers in the same run."
        })
public final class ChargingCommand implements Callable<Integer> {
    private static final Duration WITHIN = Duration.ofMinutes(20);
    private static final String HEAP = "1g";
    private static final int QUICK_CALLS = 1_000_000;
    private static final int QUICK_RATE = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// What is measured, one after the other.
    enum Part {
        RATING,
        LEDGER,
        BILLING,
        CALLS
    }

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Only these: rating, ledger, billing, calls (default: all).")
    private List<Part> only = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each figure is measured, after a warm-up (${DEFAULT-VALUE}; 2 with --quick).")
    private int seconds;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Rated calls of the month that is billed (${DEFAULT-VALUE}; 1000000 at most with --quick).")
    private int calls;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "5000",
            description = "That the month is billed for (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1200",
            description = "Calls a second through SIP (${DEFAULT-VALUE}; 200 at most with --quick).")
    private int rate;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20",
            description = "Seconds of calls through SIP before they are measured, without contracts and with them"
                    + " (${DEFAULT-VALUE}; 3 with --quick).")
    private int warmUp;

    @Option(names = "--quick", description = "Short and small: tells whether all of it works, not how fast it is.")
    private boolean quick;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkRange("--seconds", seconds, 120);
        checkRange("--calls", calls, 100_000_000);
        checkRange("--customers", customers, 100_000);
        checkRange("--rate", rate, 20_000);
        checkRange("--warm-up", warmUp, 600);
        say(Machine.here().text());
        Set<Part> parts = only.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(only);
        for (var part : parts) {
            measure(part);
        }
        report.deliver(
                new Report("charging", "Charging", Instant.now(), Machine.here(), command(), figures, notes),
                spec.commandLine().getOut());
        return 0;
    }

    private static void checkRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BenchFailedException(2, option + " takes 1 to " + most + ", was " + value);
        }
    }

    private void measure(Part part) throws IOException, InterruptedException {
        switch (part) {
            case RATING -> rating();
            case LEDGER -> ledger();
            case BILLING -> billing();
            case CALLS -> calls();
        }
    }

    private void rating() throws IOException, InterruptedException {
        say("rating…");
        figures.addAll(RatingResult.figures(own("rating")));
        notes.add("Rated in one pass by one thread: by the minute, by six seconds, by day and night, by steps with a"
                + " connect fee; half of the calls with bundled minutes. The peer must charge the same for each.");
    }

    private void ledger() throws IOException, InterruptedException {
        say("reserving and settling…");
        figures.addAll(LedgerResult.figures(own("ledger")));
        notes.add("Eight threads; a reservation and a settlement are a transaction each, and each is on disk before the"
                + " next. Batches are of calls that arrive together, as charging sends them.");
    }

    private void billing() throws IOException, InterruptedException {
        say("billing a month…");
        var month = new MonthBench(quick ? Math.min(calls, QUICK_CALLS) : calls, customers, this::say);
        figures.addAll(month.measure());
        notes.add("A month is issued over REST by the platform that serves: each bill is reckoned from its rated calls,"
                + " numbered, hashed, written down and posted.");
    }

    private void calls() throws IOException, InterruptedException {
        say("calls through SIP…");
        var order = quick
                ? new ChargedCalls.Order(Math.min(rate, QUICK_RATE), 5, 3, 1_000)
                : new ChargedCalls.Order(rate, 45, warmUp, 10_000);
        figures.addAll(
                CallsResult.figures(new ChargedCalls(order, spec.commandLine().getOut()).measure(this::sign)));
        notes.add("The calls of bench calls at one rate, first to numbers without contracts, then to the same numbers"
                + " with prepaid ones; a load ends when its last call is settled.");
    }

    /// Of all numbers in service, an account for each enterprise.
    private void sign(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table fresh on commit drop as
                    select tenant, gen_random_uuid() as contract, gen_random_uuid() as funds, number
                      from numbers.hotline_numbers where status = 'active'""");
            Customers.sign(connection);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Measured own(String part) throws IOException, InterruptedException {
        int each = quick ? Math.min(2, seconds) : seconds;
        var words = List.of("measure-charging", part, "--seconds", Integer.toString(each));
        return Measured.read(new HotlineCommand(HEAP, words).printed(WITHIN));
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
