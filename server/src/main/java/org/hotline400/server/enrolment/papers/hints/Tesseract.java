package org.hotline400.server.enrolment.papers.hints;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Text read by tesseract with its Chinese data, found on the PATH (Debian: `tesseract-ocr` and
/// `tesseract-ocr-chi-sim`).
/// A program of its own, with a time limit; the picture goes in through its standard input and never lies on
/// the disk.
public final class Tesseract implements TextReading {
    private static final Logger LOG = LoggerFactory.getLogger(Tesseract.class);
    private static final String PROGRAM = "tesseract";
    private static final int MOST_TEXT = 64 * 1_024;

    private final Supplier<String> path;
    private final Duration limit;

    /// @param path folders to find the program in, as in PATH; asked at each use, so that an installation
    ///     helps at once
    /// @param limit for one page
    public Tesseract(Supplier<String> path, Duration limit) {
        this.path = path;
        this.limit = limit;
    }

    @Override
    public Optional<String> read(byte[] png) {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try {
            return run(program.get(), png);
        } catch (IOException e) {
            LOG.info("a paper was not read: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Path> program() {
        return Stream.of(path.get().split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<String> run(Path program, byte[] png) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        List.of(program.toString(), "stdin", "stdout", "-l", "chi_sim+eng", "--psm", "3"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // One core: calls come first.
        command.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = command.start();
        try {
            Thread feeding = Thread.ofVirtual().start(() -> feed(process, png));
            var watch = Thread.ofVirtual().start(() -> endWhenLate(process));
            byte[] text;
            try (InputStream out = process.getInputStream()) {
                text = out.readNBytes(MOST_TEXT);
            }
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            feeding.interrupt();
            watch.interrupt();
            return ended && process.exitValue() == 0
                    ? Optional.of(new String(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void feed(Process process, byte[] png) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(png);
        } catch (IOException ended) {
            LOG.debug("tesseract did not want the whole picture: {}", ended.getMessage());
        }
    }

    private void endWhenLate(Process process) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
