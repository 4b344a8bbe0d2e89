package org.hotline400.app.call;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.Endpoint;
import org.hotline400.app.HomeFolder;
import org.hotline400.app.HostPortConverter;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Ending;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Places one real call and tells what happens.
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = {
            "Places a real SIP + RTP call and tells what happens: ringing, prompts heard, keys sent, who answered, the"
                    + " end and its reason. Saves what it heard as a WAV file.",
            "Exit code 0: answered; 3: refused or nobody answered; 4: nothing answers at that address."
        })
public final class CallCommand implements Callable<Integer> {
    private static final int NOT_ANSWERED = 3;
    private static final int NOBODY_THERE = 4;
    private static final int OWN_VOICE_HZ = 400;
    private static final Duration BYE = Duration.ofSeconds(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The number to call, such as 4008888888.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private String number;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            defaultValue = "13812345678",
            description = "The calling number; \"\" withholds it (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String from;

    @Option(
            names = "--keys",
            paramLabel = "KEYS",
            defaultValue = "",
            description = "Keys to press, one a prompt, such as 1,2.")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String keys;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            converter = HostPortConverter.class,
            description = "Where SIP is sent (default: the platform running here, else 127.0.0.1:5060).")
    private @Nullable HostPort to;

    @Option(
            names = "--wav",
            paramLabel = "FILE",
            description = "Where to save what was heard (default: call-NUMBER.wav in this folder).")
    private @Nullable Path wav;

    @Option(
            names = "--talk",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to talk with whoever answers (default: ${DEFAULT-VALUE}).")
    private int talk;

    @Option(
            names = "--barge-in",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "A prompt longer than this is cut short by the next key (default: ${DEFAULT-VALUE}).")
    private int bargeIn;

    @Override
    public Integer call() throws InterruptedException {
        var dialled = digits();
        var plan = Plan.of(pressed(), seconds(bargeIn, "--barge-in"), seconds(talk, "--talk"));
        var target = target();
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback().boundTo(addressTowards(target)))) {
            simulator.carrier().serve(target);
            out("calling " + dialled + " at " + HostPort.of(target) + (from.isEmpty() ? "" : " as " + from));
            var call = simulator.carrier().call(Order.to(dialled).from(from).saying(Voice.tone(OWN_VOICE_HZ)));
            var story = new CallerStory(call, plan, PromptRecognition.ofTheJar(), this::out, InstantSource.system());
            var ending = hangingUpOnInterrupt(call, story);
            save(call, dialled);
            return exitCode(call, ending);
        } catch (IOException e) {
            throw new CommandFailedException("no socket for the call: " + e.getMessage());
        }
    }

    /// Ctrl-C ends the call as a caller would, so that nothing hangs on the other side.
    private static Ending hangingUpOnInterrupt(Call call, CallerStory story) throws InterruptedException {
        var hangUp = new Thread(() -> {
            call.hangUp();
            try {
                call.endsWithin(BYE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hangUp);
        try {
            return story.follow();
        } finally {
            removeHook(hangUp);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It runs already.
        }
    }

    private void out(Object line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private String digits() {
        var plain = number.replaceAll("[\\s-]", "");
        if (!plain.matches("[+]?[0-9*#A-Za-z._]{1,64}")) {
            throw new CommandFailedException(2, "a number is digits, such as 4008888888; was \"" + number + "\"");
        }
        return plain;
    }

    private String pressed() {
        var plain = keys.replace(",", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!plain.matches("[0-9*#A-D]*")) {
            throw new CommandFailedException(2, "--keys takes 0-9, * and #, such as 1,2; was \"" + keys + "\"");
        }
        return plain;
    }

    private static Duration seconds(int value, String option) {
        if (value < 1 || value > 3600) {
            throw new CommandFailedException(2, option + " takes 1 to 3600 seconds, was " + value);
        }
        return Duration.ofSeconds(value);
    }

    private InetSocketAddress target() {
        try {
            return (to == null ? platformHere() : to).resolve();
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailedException(2, unknown.getMessage() + ": check its name and the DNS");
        }
    }

    private static HostPort platformHere() {
        return Stream.of(HomeFolder.data(), HomeFolder.demoData())
                .map(Endpoint::of)
                .flatMap(Optional::stream)
                .map(Endpoint::sip)
                .findFirst()
                .orElse(new HostPort("127.0.0.1", 5060));
    }

    /// The address of this machine that faces the target: no packet is sent to find it.
    private static InetAddress addressTowards(InetSocketAddress target) {
        try (var probe = new DatagramSocket()) {
            probe.connect(target);
            return probe.getLocalAddress();
        } catch (SocketException e) {
            throw new CommandFailedException("there is no way to " + HostPort.of(target) + ": " + e.getMessage());
        }
    }

    private void save(Call call, String dialled) {
        if (call.heard().length().isZero()) {
            return;
        }
        var file = (wav == null ? Path.of("call-" + dialled + ".wav") : wav).toAbsolutePath();
        try {
            call.heard().save(file);
            out("heard " + Line.seconds(call.heard().length()) + " s in all, saved as " + file);
        } catch (IOException e) {
            throw new CommandFailedException(
                    "what was heard cannot be saved as " + file + ": " + e.getMessage() + "; --wav names another file");
        }
    }

    private int exitCode(Call call, Ending ending) {
        if (call.answeredAt().isPresent()) {
            return 0;
        }
        out(SipWords.english(ending.status()));
        return ending.status() == 408 && call.ringingAt().isEmpty() ? NOBODY_THERE : NOT_ANSWERED;
    }
}
