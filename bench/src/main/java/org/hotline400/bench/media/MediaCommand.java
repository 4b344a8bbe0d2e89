package org.hotline400.bench.media;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures two-party calls at once.
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = "Two-party calls at once, with and without recording: packets lost, round trip, memory a call.")
public final class MediaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--calls", paramLabel = "N", description = "At once.")
    private @Nullable Integer calls;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "30")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls == null || seconds < 1) {
            throw new BenchFailedException(2, "--calls N");
        }
        var out = spec.commandLine().getOut();
        try (var lab = MediaLab.start(List.of())) {
            for (var recorded : List.of(false, true)) {
                out.println(lab.run(new MediaStep.Terms(calls, recorded, Duration.ofSeconds(seconds)))
                        .text());
                out.flush();
            }
        }
        return new ArrayList<>().size();
    }
}
