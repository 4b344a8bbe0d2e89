package org.hotline400.server.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;

/// A CSV file that was sent to us: kept in a nameless temporary file, so that it can be read twice and takes no
/// memory.
///
/// It is UTF-8, with or without byte order mark, or else GB 18030 (with GBK and GB 2312 in it), which is what
/// Chinese spreadsheets write; what is neither is refused.
public final class CsvFile implements AutoCloseable {
    /// Characters. A line that is longer is no line of a table.
    public static final int LONGEST_LINE = 1_000;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int BLOCK = 64 * 1_024;

    private final FileChannel channel;
    private final Charset charset;

    private CsvFile(FileChannel channel, Charset charset) {
        this.channel = channel;
        this.charset = charset;
    }

    /// Takes one line that is not empty.
    @FunctionalInterface
    public interface LineReader {
        /// @param number counted from 1
        void read(int number, String line);
    }

    /// Takes in the body of a request.
    ///
    /// @param most bytes
    /// @throws ProblemException when it has more
    /// @throws InvalidInputException when it is no text in a known encoding
    public static CsvFile receive(InputStream body, long most) throws IOException {
        var channel = nameless();
        try {
            if (channel.transferFrom(Channels.newChannel(body), 0, most + 1) > most) {
                throw new ProblemException(Problem.TOO_LARGE, "the file has at most " + most + " bytes");
            }
            return new CsvFile(channel, charset(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Readable by nobody else, and gone with the process that has it open.
    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("hotline-", ".csv");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static Charset charset(FileChannel channel) throws IOException {
        refuseOtherFiles(channel);
        if (isIn(channel, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (isIn(channel, GB18030)) {
            return GB18030;
        }
        throw refused("csv.encoding", "is neither UTF-8 nor GBK: save it as \"CSV UTF-8\"");
    }

    private static void refuseOtherFiles(FileChannel channel) throws IOException {
        var start = ByteBuffer.allocate(2);
        channel.read(start, 0);
        int first = start.get(0) & 0xFF;
        int second = start.get(1) & 0xFF;
        if (first == 'P' && second == 'K') {
            throw refused("csv.workbook", "is a workbook (.xlsx) or another archive: save it as \"CSV UTF-8\"");
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw refused("csv.encoding", "is UTF-16: save it as \"CSV UTF-8\"");
        }
    }

    private static boolean isIn(FileChannel channel, Charset charset) throws IOException {
        try {
            var reader = reader(channel, charset);
            var block = new char[BLOCK];
            for (int read = reader.read(block); read >= 0; read = reader.read(block)) {
                refuseBinary(block, read);
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static void refuseBinary(char[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == 0) {
                throw refused("csv.binary", "is no text: it has a zero character");
            }
        }
    }

    private static Reader reader(FileChannel channel, Charset charset) throws IOException {
        channel.position(0);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(Channels.newInputStream(channel), decoder);
    }

    private static InvalidInputException refused(String code, String message) {
        return new InvalidInputException(List.of(new Violation("body", code, message)));
    }

    /// What it turned out to be written in: `UTF-8`, `GB18030`.
    public String encoding() {
        return charset.name();
    }

    /// Reads all lines that are not blank, from the beginning.
    ///
    /// @throws InvalidInputException when one is too long
    public void forEachLine(LineReader lines) throws IOException {
        var reader = new BufferedReader(reader(channel, charset), BLOCK);
        var line = new StringBuilder();
        int number = 1;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                hand(number, line, lines);
                number++;
            } else if (line.length() > LONGEST_LINE) {
                throw new InvalidInputException(List.of(new Violation(
                        field(number), "csv.line-too-long", "has more than " + LONGEST_LINE + " characters")));
            } else if (c != MARK || number > 1 || !line.isEmpty()) {
                line.append((char) c);
            }
        }
        hand(number, line, lines);
    }

    private static void hand(int number, StringBuilder line, LineReader lines) {
        var text = line.toString().stripTrailing();
        line.setLength(0);
        if (!text.isBlank()) {
            lines.read(number, text);
        }
    }

    /// How a violation names a line: `lines[17]`, counted from 1.
    public static String field(int number) {
        return "lines[" + number + "]";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
