package org.hotline400.server.lists.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.StoredEntry;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.CsvLine;

/// The entries of a list as a CSV file whose rows were found to be sound. Read a second time for what they say,
/// so that a million of them need no more memory than their keys.
public final class EntryFile {
    /// The first line of a file that we write; the mark tells spreadsheets that it is UTF-8.
    public static final String HEAD = '\uFEFF' + CsvLine.join(List.of("kind", "pattern", "note", "expires", "pin"));

    private final CsvFile file;
    private final EntryColumns columns;
    /// From the pattern's key to the line it stands in.
    private final LongTable lines;

    private EntryFile(CsvFile file, EntryColumns columns, LongTable lines) {
        this.file = file;
        this.columns = columns;
        this.lines = lines;
    }

    /// Looks at every row.
    ///
    /// @throws InvalidInputException naming the lines that are at fault
    public static EntryFile read(CsvFile file, ListKind kind) throws IOException {
        var survey = new EntrySurvey(kind);
        file.forEachLine(survey);
        survey.done();
        return new EntryFile(file, survey.columns(), survey.lines());
    }

    public int rows() {
        return lines.size();
    }

    public boolean has(EntryPattern pattern) {
        return lines.get(PatternKeys.of(pattern)) != LongTable.ABSENT;
    }

    public String encoding() {
        return file.encoding();
    }

    /// Reads the rows once more.
    public void forEach(Consumer<EntryOrder> consumer) {
        try {
            file.forEachLine((number, line) -> {
                if (number > columns.line()) {
                    consumer.accept(columns.entry(CsvLine.split(line)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read again", e);
        }
    }

    /// An entry as a line. In place of a PIN, which nobody can read, it says to keep it.
    public static String line(StoredEntry entry) {
        return CsvLine.join(List.of(
                entry.pattern().kind().code(),
                entry.pattern().text(),
                entry.note(),
                entry.expiresAt().map(Object::toString).orElse(""),
                entry.hasPin() ? EntryColumns.KEEP : ""));
    }
}
