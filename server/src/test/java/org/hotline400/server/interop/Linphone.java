package org.hotline400.server.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// A linphone on its console (`linphonec`), told what to do through its standard input.
final class Linphone implements DeskPhone {
    private static final Duration START = Duration.ofSeconds(15);
    private static final String RECORDING = "heard.wav";

    private final ForeignProgram program;
    private final Path folder;
    private final String user;

    static Linphone start(Path parent, PhoneSetup setup) throws IOException {
        Path folder = Files.createTempDirectory(parent, "linphone-");
        // Without this folder it has no database, and without a database it opens no socket.
        Files.createDirectories(folder.resolve(".local/share/linphone"));
        Wav.writeTone(folder.resolve("tone.wav"), setup.toneHz());
        Files.writeString(folder.resolve("config"), config(setup, Ports.freeMediaPort()));
        var command = List.of("linphonec", "-c", "config", "-d", "6", "-l", "log");
        var here = folder.toString();
        var program = ForeignProgram.startCommanded(
                folder, command, Map.of("HOME", here, "TMPDIR", here, "PULSE_RUNTIME_PATH", here + "/pulse"));
        var phone = new Linphone(program, folder, setup.user());
        try {
            phone.useFiles();
            return phone;
        } catch (RuntimeException | IOException e) {
            program.close();
            throw new IOException("linphone did not start:\n" + program.output(), e);
        }
    }

    private Linphone(ForeignProgram program, Path folder, String user) {
        this.program = program;
        this.folder = folder;
        this.user = user;
    }

    private static String config(PhoneSetup setup, int rtpPort) {
        int port = setup.sipPort();
        var wire = setup.wire();
        var lines = new ArrayList<>(List.of(
                "[sip]",
                "sip_port=" + (wire == Wire.UDP ? port : 0),
                "sip_tcp_port=" + (wire == Wire.TCP ? port : 0),
                "sip_tls_port=" + (wire == Wire.TLS ? port : 0),
                "bind_address=127.0.0.1",
                "use_ipv6=0",
                // Else it looks for a network beyond loopback, and registers nowhere when there is none.
                "auto_net_state_mon=0",
                "register_only_when_network_is_up=0",
                "guess_hostname=0",
                "contact=<sip:%s@127.0.0.1:%d;transport=%s>".formatted(setup.user(), port, wire.parameter()),
                "default_proxy=" + (setup.login() == null ? -1 : 0),
                "inc_timeout=60",
                "use_info=0",
                "use_rfc2833=1"));
        var login = setup.login();
        if (login != null) {
            lines.add("root_ca=" + login.authority());
        }
        lines.addAll(List.of("[net]", "firewall_policy=none", "dns_srv_enabled=0"));
        lines.addAll(List.of("[rtp]", "audio_rtp_port=" + rtpPort, "[sound]", "echocancellation=0"));
        lines.addAll(List.of("[misc]", "version_check_url_root="));
        if (login != null) {
            lines.addAll(account(setup, login));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> account(PhoneSetup setup, PhoneSetup.Login login) {
        return List.of(
                "[proxy_0]",
                "reg_proxy=<" + PhoneSetup.uri(login.server(), setup.wire()) + ">",
                "reg_identity=sip:" + setup.user() + "@127.0.0.1",
                "reg_expires=120",
                "reg_sendregister=1",
                "[auth_info_0]",
                "username=" + setup.user(),
                "passwd=" + login.password(),
                "domain=127.0.0.1");
    }

    private void useFiles() throws IOException {
        program.say("soundcard use files");
        Awaitility.await("linphone is ready").atMost(START).until(() -> output().contains("Using wav files"));
        program.say("play " + folder.resolve("tone.wav"));
        program.say("record " + folder.resolve(RECORDING));
    }

    @Override
    public void dial(String uri) throws IOException {
        program.say("call " + uri);
    }

    @Override
    public void press(char key) throws IOException {
        program.say(String.valueOf(key));
    }

    @Override
    public void accept(Duration atMost) throws IOException {
        Awaitility.await(this + " rings").atMost(atMost).until(() -> output().contains("Receiving new incoming call"));
        program.say("answer");
    }

    @Override
    public void hangUp() throws IOException {
        program.say("terminate");
    }

    @Override
    public void awaitOver(Duration atMost) {
        Awaitility.await(this + " is told the end").atMost(atMost).until(() -> output().contains(" ended ("));
    }

    @Override
    public short[] heard() throws IOException {
        Path file = folder.resolve(RECORDING);
        return Files.exists(file) ? Wav.read(file) : new short[0];
    }

    @Override
    public String output() {
        return program.output();
    }

    @Override
    public String toString() {
        return "linphone of " + user;
    }

    @Override
    public void close() {
        program.close();
    }
}
