package org.hotline400.server.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of SIPp: a scenario in a folder of its own, on ports of its own.
///
/// @param name what its files are called
/// @param document the scenario, as SIPp reads it
/// @param folder where scenario, captures and logs lie
/// @param sipPort the local SIP port
/// @param mediaPort the local RTP port, SIPp also binds the one two above; 0 for any that is free
/// @param extra further arguments
record SippScenario(String name, String document, Path folder, int sipPort, int mediaPort, List<String> extra) {
    private static final Duration LIFE = Duration.ofMinutes(2);

    SippScenario {
        extra = List.copyOf(extra);
    }

    /// The scenario of the test resources `interop/<name>.xml`.
    static SippScenario of(String name, Path parent, int mediaPort) throws IOException {
        try (var in = SippScenario.class.getResourceAsStream("/interop/" + name + ".xml")) {
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), parent, mediaPort);
        }
    }

    static SippScenario of(String name, String document, Path parent, int mediaPort) throws IOException {
        Path folder = Files.createTempDirectory(parent, name + "-");
        return new SippScenario(name, document, folder, Ports.freeSipPort(), mediaPort, List.of());
    }

    /// Puts a track beside the scenario, which plays it by this name: a capture, or bare audio where the name ends with
    /// `.alaw`.
    SippScenario with(String file, PhoneTrack track) throws IOException {
        if (file.endsWith(".alaw")) {
            track.writeALaw(folder.resolve(file));
        } else {
            track.writeCapture(folder.resolve(file));
        }
        return this;
    }

    /// Takes this SIP port in place of any free one.
    SippScenario at(int port) {
        return new SippScenario(name, document, folder, port, mediaPort, extra);
    }

    /// Lets it run longer than two minutes.
    SippScenario living(Duration atMost) {
        return with("-timeout", atMost.toSeconds() + "s");
    }

    SippScenario with(String... arguments) {
        var all = new ArrayList<>(extra);
        all.addAll(List.of(arguments));
        return new SippScenario(name, document, folder, sipPort, mediaPort, all);
    }

    /// Values of the scenario's own keywords (`[caller]`).
    SippScenario with(Map<String, String> keywords) {
        var arguments = new ArrayList<String>();
        keywords.forEach((key, value) -> arguments.addAll(List.of("-key", key, value)));
        return with(arguments.toArray(String[]::new));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
    }

    /// Calls `number` at `server`.
    ForeignProgram call(String number, InetSocketAddress server) throws IOException {
        return with("-s", number, "127.0.0.1:" + server.getPort()).start();
    }

    /// Waits for calls.
    ForeignProgram listen() throws IOException {
        return start();
    }

    private ForeignProgram start() throws IOException {
        String scenario = name + ".xml";
        Files.writeString(folder.resolve(scenario), document);
        var command = new ArrayList<>(List.of("sipp", "-sf", scenario, "-i", "127.0.0.1", "-p", "" + sipPort));
        command.addAll(List.of("-mi", "127.0.0.1", "-ci", "127.0.0.1", "-nostdin"));
        command.addAll(mediaPort == 0 ? List.of() : List.of("-mp", "" + mediaPort));
        command.addAll(List.of("-timeout", LIFE.toSeconds() + "s", "-timeout_error"));
        command.addAll(List.of("-trace_err"));
        command.addAll(extra);
        return ForeignProgram.start(folder, command);
    }

    /// Keeps all messages, for [#messages].
    SippScenario tracing() {
        return with("-trace_msg");
    }

    /// All messages sent and received, as SIPp logged them.
    String messages() {
        return logs("_messages.log");
    }

    /// What SIPp complained about; empty when all went by the scenario.
    String errors() {
        return logs("_errors.log");
    }

    private String logs(String ending) {
        try (var files = Files.list(folder)) {
            var text = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }
}
