package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline400.bench.BenchFailedException;

/// Tells another Java process to do something (`jcmd` of the JDK).
public final class Jcmd {
    private static final int SECONDS = 60;

    private Jcmd() {}

    /// @param words such as `GC.run`
    public static void run(long pid, String... words) {
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
            throw new BenchFailedException("interrupted while jcmd ran");
        }
    }
}
