package org.hotline400.app.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotline400.app.Hotline;
import org.hotline400.media.Clip;
import org.hotline400.media.Wav;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CallCommandTest {
    private static final String NUMBER = "4008888888";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Simulator simulator;
    private Carrier other;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorSettings.onLoopback());
        other = simulator.carrier();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void tellsPromptKeyAndWhoAnswered() throws Exception {
        var line = other.phone(
                NUMBER,
                Behaviour.answers(
                        Duration.ofMillis(500), Talk.saying(new Voice.Once(prompt("system-recording-notice")))));
        var told = inBackground(NUMBER, "--keys", "1", "--talk", "1");

        var arrived = line.awaitCall(SOON);
        assertThat(arrived.awaitKeys(1, SOON)).isEqualTo("1");
        arrived.say(Voice.tone(700));

        var answer = told.get(30, TimeUnit.SECONDS);
        assertThat(answer.text())
                .containsSubsequence(
                        "ringing",
                        "answered",
                        "heard a prompt",
                        "pressed 1",
                        "somebody answered, with a tone of 700 Hz")
                .contains("ended: we hung up (SIP 200", "saved as");
        assertThat(answer.code()).isZero();
        assertThat(Wav.read(folder.resolve("heard.wav")).mixed().length()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void readsAlongWhatThePromptSays() throws Exception {
        var line = other.phone(
                NUMBER,
                Behaviour.answers(
                        Duration.ZERO,
                        Talk.saying(new Voice.Once(prompt("system-goodbye"))).hangingUpAfter(Duration.ofSeconds(4))));

        var answer = call(NUMBER);

        assertThat(line.timesCalled()).isEqualTo(1);
        assertThat(answer.text()).contains("感谢您的来电，再见。").contains("the other side hung up");
    }

    @Test
    void aRefusalIsToldInWordsAndByExitCode() {
        other.phone(NUMBER, Behaviour.busy());

        var answer = call(NUMBER);

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.text())
                .contains("not answered (SIP 486, Q.850 17 Busy Here)")
                .contains("用户忙");
    }

    @Test
    void sendsTheCallingNumberAskedFor() {
        other.phone(NUMBER, Behaviour.busy());

        call(NUMBER, "--from", "13987654321");

        assertThat(other.invitesTo(NUMBER).getFirst().header("From").orElseThrow())
                .contains("sip:13987654321@");
    }

    @Test
    void wrongOptionsAreRefusedBeforeAnyCall() {
        assertThat(call("40o 88?").code()).isEqualTo(2);
        assertThat(call(NUMBER, "--keys", "1,x").text()).contains("--keys takes");
        assertThat(call(NUMBER, "--talk", "0").text()).contains("--talk takes 1 to 3600 seconds");
        assertThat(other.received()).isEmpty();
    }

    private Clip prompt(String name) throws IOException {
        var path = Stream.of("/prompts/zh-CN/", "/samples/prompts/zh-CN/")
                .map(at -> at + name + ".wav")
                .filter(at -> Hotline.class.getResource(at) != null)
                .findFirst()
                .orElseThrow();
        try (var in = Hotline.class.getResourceAsStream(path)) {
            return Wav.read(in).mixed();
        }
    }

    private CompletableFuture<Answer> inBackground(String... arguments) {
        return CompletableFuture.supplyAsync(() -> call(arguments));
    }

    private Answer call(String... arguments) {
        var address = other.address();
        var all = Stream.of(
                        Stream.of("call"),
                        Arrays.stream(arguments),
                        Stream.of(
                                "--to",
                                address.getAddress().getHostAddress() + ":" + address.getPort(),
                                "--wav",
                                folder.resolve("heard.wav").toString()))
                .flatMap(part -> part)
                .toArray(String[]::new);
        var text = new StringWriter();
        var writer = new PrintWriter(text, true);
        var code = Hotline.commandLine().setOut(writer).setErr(writer).execute(all);
        return new Answer(code, text.toString());
    }

    private record Answer(int code, String text) {}
}
