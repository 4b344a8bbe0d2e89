package org.hotline400.server.numbers.stock;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hotline400.server.web.CsvFile;

/// A file of numbers that was sent to us, and what it is known by.
public final class StockFile implements AutoCloseable {
    /// Bytes: a million ranges with state, and some with a note.
    public static final long MOST_BYTES = 32L * 1_024 * 1_024;

    private final CsvFile lines;
    private final String sha256;

    private StockFile(CsvFile lines, String sha256) {
        this.lines = lines;
        this.sha256 = sha256;
    }

    /// Takes in the body of a request.
    ///
    /// @throws org.hotline400.server.web.ProblemException when it is too large
    /// @throws org.hotline400.server.kernel.InvalidInputException when it is no text in a known encoding
    public static StockFile receive(InputStream body) throws IOException {
        var hash = digest();
        var lines = CsvFile.receive(new DigestInputStream(body, hash), MOST_BYTES);
        return new StockFile(lines, HexFormat.of().formatHex(hash.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Of its bytes, as 64 hexadecimal digits.
    public String sha256() {
        return sha256;
    }

    /// `UTF-8` or `GB18030`.
    public String encoding() {
        return lines.encoding();
    }

    /// Reads all lines.
    ///
    /// @param usual whether numbers are on sale where a line does not say it
    /// @throws org.hotline400.server.kernel.InvalidInputException when it has too many lines, or one that
    ///     is too long
    StockReading read(boolean usual) throws IOException {
        var survey = new StockSurvey(usual);
        lines.forEachLine(survey);
        return survey.done();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
