package org.hotline400.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotline400.app.Endpoint;
import org.hotline400.app.Hotline;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The platform as a process of its own, as `./hotline run` starts it.
@Timeout(300)
class RunCommandTest {
    private static final String SCHOOL = "4008888888";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Simulator simulator;
    private Carrier carrier;
    private Process platform;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorSettings.onLoopback());
        carrier = simulator.carrier();
        carrier.elsewhere(Behaviour.answers(Voice.tone(700)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        simulator.close();
        if (platform != null && platform.isAlive()) {
            platform.destroyForcibly().waitFor();
        }
    }

    @Test
    void servesUntilToldToStopAndLetsTheLastCallEnd() throws Exception {
        var address = carrier.address();
        platform = hotline(
                "run",
                "--demo",
                "--http",
                "0",
                "--sip",
                "0",
                "--rtp-ports",
                "21000-21999",
                "--drain",
                "60",
                "--trunk",
                address.getAddress().getHostAddress() + ":" + address.getPort());
        var told = linesUntilReady();
        assertThat(told)
                .anyMatch(line -> line.startsWith("listening on this machine only (127.0.0.1)"))
                .anyMatch(line -> line.matches("api-key operator=\\S+"))
                .anyMatch(line -> line.matches("api-key school=\\S+"))
                .anyMatch(line -> line.matches("api-key shop=\\S+"))
                .anyMatch(line -> line.matches("api-key homeservice=\\S+"))
                .anyMatch(line -> line.matches("account reviewer=\\S+"))
                .anyMatch(line -> line.matches("account shop-owner=\\S+"))
                .last()
                .asString()
                .matches("hotline ready: http=http://127\\.0\\.0\\.1:[0-9]+ sip=127\\.0\\.0\\.1:[0-9]+");
        var sip = told.getLast().replaceAll(".* sip=", "");
        assertThat(Endpoint.of(folder).orElseThrow().sip()).hasToString(sip);
        carrier.serve(HostPort.of(sip).resolve());
        var live = carrier.call(Order.to(SCHOOL)).awaitAnswered(SOON);

        platform.destroy();

        await().atMost(SOON).until(() -> statusOfANewCall() == 503);
        assertThat(live.ending()).as("the call under way goes on").isEmpty();
        assertThat(platform.isAlive()).isTrue();
        live.hangUp();
        assertThat(platform.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(platform.exitValue()).isZero();
        assertThat(Endpoint.of(folder)).isEmpty();
    }

    @Test
    void namesAPortThatIsTakenAndTheOptionToChange() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            platform = hotline("run", "--http", Integer.toString(taken.getLocalPort()), "--sip", "0");

            assertThat(platform.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(platform.exitValue()).isEqualTo(1);
            try (var out = platform.inputReader()) {
                assertThat(out.readLine())
                        .isEqualTo("hotline: TCP port " + taken.getLocalPort()
                                + " on 127.0.0.1 is taken: stop what uses it, or choose another with --http");
            }
        }
    }

    @Test
    void keepsSampleAccountsOffTheNetwork() throws Exception {
        platform = hotline("run", "--demo", "--bind", "0.0.0.0", "--http", "0", "--sip", "0");

        assertThat(platform.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(platform.exitValue()).isEqualTo(2);
        try (var out = platform.inputReader()) {
            assertThat(out.readLine()).contains("leave out --demo, or leave out --bind");
        }
    }

    /// 200 when it was answered.
    private int statusOfANewCall() throws InterruptedException {
        var call = carrier.call(Order.to(SCHOOL));
        await().atMost(SOON)
                .until(() -> call.answeredAt().isPresent() || call.ending().isPresent());
        call.hangUp();
        var ending = call.awaitEnded(SOON);
        return call.answeredAt().isPresent() ? 200 : ending.status();
    }

    private Process hotline(String... arguments) throws IOException {
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dhotline.home=" + folder,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Hotline.class.getName()),
                        Stream.of(arguments))
                .toList();
        var all = new ArrayList<>(command);
        all.addAll(List.of("--data", folder.toString()));
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    private List<String> linesUntilReady() throws IOException {
        var lines = new ArrayList<String>();
        BufferedReader out = platform.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("hotline ready:")) {
                return lines;
            }
        }
        throw new AssertionError("the platform ended before it was ready: " + lines);
    }
}
