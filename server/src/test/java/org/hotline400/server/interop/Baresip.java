package org.hotline400.server.interop;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.awaitility.Awaitility;
import org.hotline400.media.Tones;

/// A baresip phone without sound card: it says a tone, keeps what it hears in a WAV file, and is told what to do
/// over its control port (netstrings of JSON).
final class Baresip implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Path MODULES = Path.of("/usr/lib/baresip/modules");

    private final ForeignProgram program;
    private final Path folder;
    private final Socket control;
    private final Thread listener;
    private final List<String> events = new CopyOnWriteArrayList<>();

    /// @param user the user part of its address
    /// @param sipPort where it listens
    /// @param toneHz what it says all the time
    static Baresip start(Path parent, String user, int sipPort, int toneHz) throws IOException {
        Path folder = Files.createTempDirectory(parent, "baresip-");
        int controlPort = Ports.freeTcpPort();
        writeTone(folder.resolve("tone.wav"), toneHz);
        Files.writeString(folder.resolve("config"), config(folder, sipPort, controlPort));
        Files.writeString(folder.resolve("accounts"), account(user, sipPort));
        Files.writeString(folder.resolve("contacts"), "");
        var program = ForeignProgram.start(folder, List.of("baresip", "-f", folder.toString(), "-t", "120"));
        try {
            return new Baresip(program, folder, connect(controlPort));
        } catch (RuntimeException e) {
            program.close();
            throw new IOException("baresip did not start:\n" + program.output(), e);
        }
    }

    private Baresip(ForeignProgram program, Path folder, Socket control) {
        this.program = program;
        this.folder = folder;
        this.control = control;
        this.listener = Thread.ofPlatform().name("baresip-events").start(this::listen);
    }

    private static String account(String user, int port) {
        return "<sip:" + user + "@127.0.0.1:" + port + ">;regint=0;audio_codecs=pcma\n";
    }

    private static String config(Path folder, int sipPort, int controlPort) {
        var lines = new ArrayList<>(List.of(
                "sip_listen 127.0.0.1:" + sipPort,
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
        for (String module : List.of("g711", "aufile", "sndfile")) {
            lines.add("module " + module + ".so");
        }
        for (String module : List.of("account", "menu", "ctrl_tcp")) {
            lines.add("module_app " + module + ".so");
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /// Two minutes, so that it never ends during a call: baresip hangs up at the end of the file.
    private static void writeTone(Path file, int hz) throws IOException {
        short[] samples = Tones.sine(hz, Duration.ofMinutes(2)).samples();
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        var format = new AudioFormat(8000, 16, 1, true, false);
        try (var audio = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    private static Socket connect(int port) {
        return Awaitility.await()
                .atMost(START)
                .ignoreExceptions()
                .until(() -> new Socket(InetAddress.getLoopbackAddress(), port), Socket::isConnected);
    }

    void dial(String uri) throws IOException {
        command("dial", uri);
    }

    void press(char key) throws IOException {
        command("sndcode", String.valueOf(key));
    }

    /// Answers the call that rings.
    void accept() throws IOException {
        command("accept", "");
    }

    void hangUp() throws IOException {
        command("hangup", "");
    }

    private void command(String name, String parameters) throws IOException {
        String json = "{\"command\":\"" + name + "\",\"params\":\"" + parameters + "\"}";
        control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
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

    /// What it has heard in its call up to now.
    short[] heard() throws IOException {
        try (var files = Files.list(folder)) {
            var dump =
                    files.filter(file -> file.toString().endsWith("-dec.wav")).findFirst();
            return dump.isEmpty() ? new short[0] : samples(Files.readAllBytes(dump.get()));
        }
    }

    /// Listens for this long, counted from the start of the call.
    void awaitHeard(Duration audio, Duration atMost) {
        Awaitility.await("baresip hears " + audio).atMost(atMost).until(() -> heard().length >= audio.toMillis() * 8);
    }

    /// Listens until it has heard this tone for this many tenths of a second.
    void awaitTone(int hz, int tenths, Duration atMost) {
        Awaitility.await("baresip hears " + hz + " Hz").atMost(atMost).until(() -> Ear.tenthsOf(heard(), hz) >= tenths);
    }

    private static byte[] withoutHeader(byte[] wav) {
        return Arrays.copyOfRange(wav, Math.min(44, wav.length), wav.length);
    }

    private static short[] samples(byte[] wav) {
        byte[] pcm = withoutHeader(wav);
        short[] samples = new short[pcm.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((pcm[2 * i] & 0xFF) | (pcm[2 * i + 1] << 8));
        }
        return samples;
    }

    String output() {
        return program.output();
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
