package org.hotline400.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hotline400.app.Hotline;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The console in a real browser, before the platform as a process of its own: the stories are in `console/e2e`.
@Timeout(2_400)
class ConsoleTest {
    private static final String SHOP = "4006173952";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Simulator simulator;
    private Process platform;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here (Debian package chromium)");
        simulator = Simulator.start(SimulatorSettings.onLoopback());
        simulator.carrier().elsewhere(Behaviour.answers(Voice.tone(700)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (simulator != null) {
            simulator.close();
        }
        if (platform != null && platform.isAlive()) {
            platform.destroyForcibly().waitFor();
        }
    }

    @Test
    void itsStoriesComeTrueInABrowser() throws Exception {
        var told = platform();
        var ready = told.getLast();
        var sip = ready.replaceAll(".* sip=", "");
        call(sip);

        var stories = new ProcessBuilder(Path.of("..", "console", "build").toString(), "e2e").redirectErrorStream(true);
        stories.environment().put("HOTLINE_URL", ready.replaceAll(".* http=(\\S+) .*", "$1"));
        stories.environment().put("HOTLINE_ACCOUNTS", accounts(told));
        stories.environment().put("HOTLINE_CALL", String.join("\n", caller(sip)));
        stories.environment()
                .put("HOTLINE_OUTBOX", folder.resolve("outbox/mail").toString());
        var running = stories.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
    }

    /// Something for the list of calls.
    private void call(String sip) throws InterruptedException {
        var carrier = simulator.carrier();
        carrier.serve(HostPort.of(sip).resolve());
        var call = carrier.call(Order.to(SHOP)).awaitAnswered(SOON);
        call.hangUp();
        var _ = call.awaitEnded(SOON);
    }

    /// A name and its password on each line.
    private static String accounts(List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("account "))
                .map(line -> line.substring("account ".length()))
                .collect(Collectors.joining("\n"));
    }

    /// `./hotline call` to this platform; a number comes behind.
    private List<String> caller(String sip) {
        return List.of(
                java(),
                "-Dhotline.home=" + folder,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Hotline.class.getName(),
                "call",
                "--to",
                sip,
                "--talk",
                "1");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> platform() throws IOException {
        var address = simulator.carrier().address();
        platform = new ProcessBuilder(
                        java(),
                        "-Dhotline.home=" + folder,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hotline.class.getName(),
                        "run",
                        "--demo",
                        "--http",
                        "0",
                        "--sip",
                        "0",
                        "--trunk",
                        address.getAddress().getHostAddress() + ":" + address.getPort(),
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var lines = new ArrayList<String>();
        var out = platform.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("hotline ready:")) {
                return lines;
            }
        }
        throw new AssertionError("the platform ended before it was ready: " + lines);
    }
}
