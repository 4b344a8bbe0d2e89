package org.hotline400.app.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.app.HostPortConverter;
import org.hotline400.server.kernel.HostPort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the platform listens and keeps its data: options that `run` and `doctor` share.
public final class ListenOptions {
    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "8400",
            description = "TCP port of the web API; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int http;

    @Option(
            names = "--sip",
            paramLabel = "PORT",
            defaultValue = "5060",
            description = "UDP and TCP port of SIP; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int sip;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(
            names = "--rtp-ports",
            paramLabel = "FIRST-LAST",
            defaultValue = "20000-29999",
            converter = PortRange.Converter.class,
            description = "UDP ports of audio, two a call leg (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private PortRange rtpPorts;

    @Option(
            names = "--trunk",
            paramLabel = "HOST:PORT",
            converter = HostPortConverter.class,
            description = "The carrier: calls from it are let in, calls to lines go out to it.")
    private @Nullable HostPort trunk;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}, this machine only).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String bind;

    @Option(
            names = "--advertise",
            paramLabel = "ADDRESS",
            description = "Address that others reach this machine under, when it is not the one bound to (NAT).")
    private @Nullable String advertise;

    public DatabaseOptions database() {
        return database;
    }

    public int http() {
        return port(http, "--http");
    }

    public int sip() {
        return port(sip, "--sip");
    }

    public TlsOptions tls() {
        return tls;
    }

    public PortRange rtpPorts() {
        return rtpPorts;
    }

    public Optional<HostPort> trunk() {
        return Optional.ofNullable(trunk);
    }

    public InetAddress bind() {
        return address(bind, "--bind");
    }

    public Optional<InetAddress> advertise() {
        return Optional.ofNullable(advertise).map(text -> address(text, "--advertise"));
    }

    private static int port(int port, String option) {
        if (port < 0 || port > 65535) {
            throw new CommandFailedException(2, option + " takes a port 0..65535, was " + port);
        }
        return port;
    }

    private static InetAddress address(String text, String option) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new CommandFailedException(
                    2,
                    option + " takes an address of this machine, such as 127.0.0.1 or 0.0.0.0; was \"" + text + "\"");
        }
    }
}
