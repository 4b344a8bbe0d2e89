package org.hotline400.sip.internal.dialog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The rows of a table of dialogs: `state | event | sent | heard | next`, from the test resources.
record DialogTable(String state, String event, String sent, String heard, String next) {

    static Stream<DialogTable> read(String resource) {
        try (InputStream in = DialogTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no test resource " + resource);
            }
            List<DialogTable> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DialogTable::row)
                    .toList();
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DialogTable row(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 5) {
            throw new AssertionError("a row has five cells: " + line);
        }
        return new DialogTable(
                cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
    }

    @Override
    public String toString() {
        return state + " × " + event;
    }
}
