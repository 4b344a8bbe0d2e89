package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline400.bench.BenchFailedException;

/// A profile (JDK Flight Recorder) of a Java process, from here until closed: not of its start and warm-up.
public final class FlightRecording implements AutoCloseable {
    private static final String NAME = "bench";
    private static final int SECONDS = 60;

    private final long pid;
    private final Path file;

    private FlightRecording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /// @param file is written when it ends
    public static FlightRecording start(long pid, Path file) {
        var recording = new FlightRecording(pid, file.toAbsolutePath());
        recording.command("JFR.start", "name=" + NAME, "settings=profile");
        return recording;
    }

    @Override
    public void close() {
        command("JFR.stop", "name=" + NAME, "filename=" + file);
    }

    private void command(String... words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        try {
            var jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!jcmd.waitFor(SECONDS, TimeUnit.SECONDS)) {
                jcmd.destroyForcibly();
                throw new BenchFailedException("jcmd " + words[0] + " did not end within " + SECONDS + " s");
            }
            var text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.exitValue() != 0) {
                throw new BenchFailedException("jcmd " + words[0] + " failed: " + text.strip());
            }
        } catch (IOException e) {
            throw new BenchFailedException("jcmd of the JDK cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("interrupted while profiling");
        }
    }
}
