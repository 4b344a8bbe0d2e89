package org.hotline400.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// One line of a table of messages and what we answer to them; the tables say what their columns mean.
record TortureCase(String message, String section, String answer, String says, String why) {

    /// The cases of a table in the test resources, in its order.
    static List<TortureCase> read(String table) {
        try (var in = Objects.requireNonNull(TortureCase.class.getResourceAsStream("/torture/" + table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TortureCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TortureCase of(String line) {
        String[] columns = line.split(" *\\| *", 5);
        return new TortureCase(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    boolean isSilence() {
        return answer.equals("silence");
    }

    boolean isCall() {
        return answer.equals("call");
    }

    int status() {
        return Integer.parseInt(answer);
    }

    @Override
    public String toString() {
        return message + " (" + section + ") " + answer + ": " + why;
    }
}
