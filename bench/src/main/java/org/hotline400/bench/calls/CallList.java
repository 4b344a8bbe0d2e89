package org.hotline400.bench.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Who calls which number: the file that SIPp takes its calls from, one after the other, from the start again at the
/// end.
final class CallList {
    /// Always the same order, so that runs can be compared.
    private static final long SEED = 400;

    private static final int MOBILE_NUMBERS = 100_000_000;

    private CallList() {}

    /// Every number once, in a random order, each called by another mobile number.
    static Path write(Path folder, List<String> numbers) throws IOException {
        var random = new Random(SEED);
        var called = new ArrayList<>(numbers);
        Collections.shuffle(called, random);
        var lines = new ArrayList<>(List.of("SEQUENTIAL"));
        for (var number : called) {
            lines.add("%s;139%08d;".formatted(number, random.nextInt(MOBILE_NUMBERS)));
        }
        return Files.write(folder.resolve("calls.csv"), lines);
    }
}
