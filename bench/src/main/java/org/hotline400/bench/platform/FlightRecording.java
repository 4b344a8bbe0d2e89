package org.hotline400.bench.platform;

import java.nio.file.Path;

/// A profile (JDK Flight Recorder) of a Java process, from here until closed: not of its start and warm-up.
public final class FlightRecording implements AutoCloseable {
    private static final String NAME = "bench";

    private final long pid;
    private final Path file;

    private FlightRecording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    /// @param file is written when it ends
    public static FlightRecording start(long pid, Path file) {
        var recording = new FlightRecording(pid, file.toAbsolutePath());
        Jcmd.run(pid, "JFR.start", "name=" + NAME, "settings=profile");
        return recording;
    }

    @Override
    public void close() {
        Jcmd.run(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
    }
}
