package org.hotline400.app.measure.charging;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures parts of charging in this process, and prints figures as JSON.
@Command(
        name = "measure-charging",
        hidden = true,
        description = "Measures how fast calls are rated, and held and settled; for ./hotline bench charging.")
public final class MeasureChargingCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 120;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// What can be measured.
    enum Part {
        RATING,
        LEDGER
    }

    @Parameters(paramLabel = "PART", description = "rating or ledger.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Part part;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each figure is measured.")
    private int seconds;

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new ParameterException(spec.commandLine(), "--seconds takes 1 to " + MOST_SECONDS);
        }
        print(
                switch (part) {
                    case RATING -> RatingFigures.measure(seconds);
                    case LEDGER -> LedgerFigures.measure(seconds);
                });
        return 0;
    }

    private void print(Map<String, Double> figures) {
        var out = spec.commandLine().getOut();
        out.println(figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\": " + figure.getValue())
                .collect(Collectors.joining(", ", "{", "}")));
        out.flush();
    }
}
