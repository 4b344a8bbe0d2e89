package org.hotline400.server.regions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;

/// The lines of a CSV file (RFC 4180, UTF-8) from a stranger: never more than one line in memory, and an end to
/// whatever
/// is too long, too much or no text.
final class CsvLines {
    private static final int LONGEST_LINE = 1_000;
    private static final int END = -1;

    private final InputStream in;
    private final long mostBytes;
    private final byte[] chunk = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST_LINE];
    private int chunkLength;
    private int chunkAt;
    private long bytes;
    private int number;

    /// @param mostBytes that the file may have
    CsvLines(InputStream in, long mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /// The next line that is not empty; empty at the end of the file.
    ///
    /// @throws InvalidInputException when the rest of the file is not worth reading
    Optional<String> next() throws IOException {
        while (true) {
            int length = readLine();
            if (length == END) {
                return Optional.empty();
            }
            var text = decode(length);
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        }
    }

    /// Of the line read last, from 1.
    int number() {
        return number;
    }

    /// Whether the line read last is the first one and names columns: it has no digit.
    boolean isHeading(String line) {
        return number == 1 && line.chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    private int readLine() throws IOException {
        int length = 0;
        int next = read();
        if (next == END) {
            return END;
        }
        number++;
        for (; next != END && next != '\n'; next = read()) {
            if (next == 0) {
                throw hopeless("csv.binary", "has a zero byte: this is no text file");
            }
            if (length == LONGEST_LINE) {
                throw hopeless("csv.line-too-long", "is longer than " + LONGEST_LINE + " bytes");
            }
            line[length++] = (byte) next;
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    private int read() throws IOException {
        if (chunkAt == chunkLength) {
            chunkLength = in.read(chunk);
            chunkAt = 0;
            if (chunkLength <= 0) {
                chunkLength = 0;
                return END;
            }
            bytes += chunkLength;
            if (bytes > mostBytes) {
                throw hopeless("csv.too-large", "is beyond the " + mostBytes + " bytes that a file may have");
            }
        }
        return chunk[chunkAt++] & 0xff;
    }

    private String decode(int length) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw hopeless(
                    "csv.encoding", "is not UTF-8; a table calculation saves it as \"CSV UTF-8\", GBK is not read");
        }
    }

    private InvalidInputException hopeless(String code, String message) {
        return new InvalidInputException(List.of(new Violation("lines[" + number + "]", code, message)));
    }

    /// The fields of a line, without the blanks around them.
    ///
    /// @throws IllegalArgumentException when a quote is not closed
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                at = quoted(line, at + 1, fields);
            } else {
                int end = line.indexOf(',', at);
                end = end < 0 ? line.length() : end;
                fields.add(line.substring(at, end).strip());
                at = end + 1;
            }
        }
        return fields;
    }

    private static int quoted(String line, int from, List<String> fields) {
        var text = new StringBuilder();
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("has a quote that is not closed");
            }
            text.append(line, at, quote);
            at = quote + 1;
            if (at == line.length() || line.charAt(at) == ',') {
                fields.add(text.toString().strip());
                return at + 1;
            }
            if (line.charAt(at) != '"') {
                throw new IllegalArgumentException("goes on after a closing quote");
            }
            text.append('"');
            at++;
        }
    }
}
