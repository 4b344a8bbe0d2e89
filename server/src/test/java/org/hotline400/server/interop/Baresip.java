package org.hotline400.server.interop;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// A baresip phone without sound card: it says a tone, keeps what it hears in a WAV file, and is told what to do
/// over its control port (netstrings of JSON).
final class Baresip implements DeskPhone {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Path MODULES = Path.of("/usr/lib/baresip/modules");

    private final ForeignProgram program;
    private final Path folder;
    private final String user;
    private final Socket control;
    private final Thread listener;
    private final List<String> events = new CopyOnWriteArrayList<>();

    static Baresip start(Path parent, PhoneSetup setup) throws IOException {
        Path folder = Files.createTempDirectory(parent, "baresip-");
        int controlPort = Ports.freeTcpPort();
        Wav.writeTone(folder.resolve("tone.wav"), setup.toneHz());
        Files.writeString(folder.resolve("config"), config(folder, setup, controlPort));
        Files.writeString(folder.resolve("accounts"), account(setup));
        Files.writeString(folder.resolve("contacts"), "");
        var program = ForeignProgram.start(folder, List.of("baresip", "-f", folder.toString(), "-t", "120"));
        try {
            return new Baresip(program, folder, setup.user(), connect(controlPort));
        } catch (RuntimeException e) {
            program.close();
            throw new IOException("baresip did not start:\n" + program.output(), e);
        }
    }

    private Baresip(ForeignProgram program, Path folder, String user, Socket control) {
        this.program = program;
        this.folder = folder;
        this.user = user;
        this.control = control;
        this.listener = Thread.ofPlatform().name("baresip-events").start(this::listen);
    }

    private static String account(PhoneSetup setup) {
        var login = setup.login();
        if (login == null) {
            return "<sip:%s@127.0.0.1:%d;transport=%s>;regint=0;audio_codecs=pcma\n"
                    .formatted(setup.user(), setup.sipPort(), setup.wire().parameter());
        }
        var server = PhoneSetup.uri(login.server(), setup.wire());
        return "<sip:%s@%s>;auth_user=%s;auth_pass=%s;outbound=\"%s\";regint=120;audio_codecs=pcma\n"
                .formatted(setup.user(), server.substring("sip:".length()), setup.user(), login.password(), server);
    }

    private static String config(Path folder, PhoneSetup setup, int controlPort) {
        var lines = new ArrayList<>(List.of(
                "sip_listen 127.0.0.1:" + setup.sipPort(),
                "audio_source aufile," + folder.resolve("tone.wav"),
                "audio_srate 8000",
                "audio_channels 1",
                "ausrc_srate 8000",
                "ausrc_channels 1",
                "call_local_timeout 60",
                "net_interface 127.0.0.1",
                "snd_path " + folder,
                "ctrl_tcp_listen 127.0.0.1:" + controlPort,
                "module_path " + MODULES));
        var login = setup.login();
        if (login != null) {
            lines.add("sip_cafile " + login.authority());
        }
        for (String module : List.of("g711", "aufile", "sndfile")) {
            lines.add("module " + module + ".so");
        }
        for (String module : List.of("account", "menu", "ctrl_tcp")) {
            lines.add("module_app " + module + ".so");
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static Socket connect(int port) {
        return Awaitility.await()
                .atMost(START)
                .ignoreExceptions()
                .until(() -> new Socket(InetAddress.getLoopbackAddress(), port), Socket::isConnected);
    }

    @Override
    public void dial(String uri) throws IOException {
        command("dial", uri);
    }

    @Override
    public void press(char key) throws IOException {
        command("sndcode", String.valueOf(key));
    }

    @Override
    public void accept(Duration atMost) throws IOException {
        awaitEvent("CALL_INCOMING", atMost);
        command("accept", "");
    }

    @Override
    public void hangUp() throws IOException {
        command("hangup", "");
    }

    private void command(String name, String parameters) throws IOException {
        String json = "{\"command\":\"" + name + "\",\"params\":\"" + parameters + "\"}";
        control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void awaitOver(Duration atMost) {
        awaitEvent("CALL_CLOSED", atMost);
    }

    /// Waits until an event of this type was told, such as `CALL_ESTABLISHED`.
    void awaitEvent(String type, Duration atMost) {
        Awaitility.await(type + " of baresip").atMost(atMost).until(() -> told(type));
    }

    boolean told(String type) {
        return events.stream().anyMatch(event -> event.contains("\"" + type + "\""));
    }

    private void listen() {
        try {
            var in = new BufferedInputStream(control.getInputStream());
            while (true) {
                events.add(netstring(in));
            }
        } catch (IOException e) {
            // Closed by either side: nothing more will be told.
        }
    }

    private static String netstring(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < '0' || c > '9') {
                throw new IOException("a netstring starts with its length, found " + c);
            }
            length = length * 10 + (c - '0');
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        in.skipNBytes(1);
        return text;
    }

    @Override
    public short[] heard() throws IOException {
        try (var files = Files.list(folder)) {
            var dump =
                    files.filter(file -> file.toString().endsWith("-dec.wav")).findFirst();
            return dump.isEmpty() ? new short[0] : Wav.read(dump.get());
        }
    }

    @Override
    public String output() {
        return program.output();
    }

    @Override
    public String toString() {
        return "baresip of " + user;
    }

    @Override
    public void close() throws IOException {
        control.close();
        program.close();
        try {
            listener.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
