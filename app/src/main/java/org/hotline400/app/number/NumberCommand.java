package org.hotline400.app.number;

import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.prices.PriceList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Explains a number, or counts what all ten million come to; by the rules alone, so it needs no server.
@Command(
        name = "number",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a 400 number: its patterns, class, price and how well one remembers it. Needs no server: the class is"
                    + " that of the rules, the price that of the list in the box, whatever an operator decided since.",
            "Exit code 0: told; 2: no 400 number, or wrong options."
        })
public final class NumberCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NUMBER", description = "Such as 400-888-8888.")
    private @Nullable String number;

    @Option(
            names = "--shares",
            description = "Grade all ten million numbers and tell the share of each class and pattern.")
    private boolean shares;

    @Override
    public Integer call() {
        if (shares == (number != null)) {
            throw new ParameterException(spec.commandLine(), "name a number, or --shares");
        }
        var lines = number == null ? SharesTable.lines() : NumberStory.lines(read(number), PriceList.own());
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return 0;
    }

    private static HotlineNumber read(String text) {
        try {
            return HotlineNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(2, String.valueOf(e.getMessage()));
        }
    }
}
