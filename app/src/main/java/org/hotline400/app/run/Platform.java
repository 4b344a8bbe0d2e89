package org.hotline400.app.run;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.Endpoint;
import org.hotline400.app.Ports;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.identity.FirstAccount;
import org.hotline400.server.identity.FirstKey;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.samples.SampleAccounts;
import org.hotline400.server.samples.SampleData;
import org.hotline400.server.telephony.Switchboard;

/// The platform as `run` and `demo` hold it: started with clear words when it cannot be, announced on lines that
/// scripts read, stopped without cutting a conversation short.
final class Platform implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);

    private final RunningServer server;
    private final ServerOptions options;
    private final Duration drain;
    private final PrintWriter out;

    private Platform(RunningServer server, ServerOptions options, Duration drain, PrintWriter out) {
        this.server = server;
        this.options = options;
        this.drain = drain;
        this.out = out;
    }

    /// @param drain how long [#close] lets live calls go on
    /// @throws CommandFailedException naming what is in the way and the option to change
    static Platform start(ServerOptions options, Duration drain, PrintWriter out) {
        needFree(options);
        logTo(options.data());
        try {
            var server = Hotline400Server.start(options);
            var platform = new Platform(server, options, drain, out);
            new Endpoint(
                            platform.http(),
                            platform.sip(),
                            ProcessHandle.current().pid())
                    .writeTo(options.data());
            return platform;
        } catch (RuntimeException e) {
            throw new CommandFailedException("the platform did not start: " + words(e) + " (more in "
                    + options.data().resolve("logs") + ")");
        }
    }

    private static void needFree(ServerOptions options) {
        var http = options.http();
        if (!Ports.isTcpFree(http.getAddress(), http.getPort())) {
            throw new CommandFailedException("TCP port " + http.getPort() + " on " + text(http.getAddress())
                    + " is taken: stop what uses it, or choose another with --http");
        }
        var sip = options.sip();
        if (!Ports.isTcpFree(sip.getAddress(), sip.getPort()) || !Ports.isUdpFree(sip.getAddress(), sip.getPort())) {
            throw new CommandFailedException("SIP port " + sip.getPort() + " (UDP and TCP) on " + text(sip.getAddress())
                    + " is taken: stop what uses it, or choose another with --sip");
        }
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }

    /// The console is for people: there only warnings show, all else goes to the log file.
    private static void logTo(Path data) {
        System.clearProperty("logback.configurationFile");
        Map.of(
                        "logging.file.name",
                        data.resolve("logs").resolve("hotline.log").toString(),
                        "logging.threshold.console",
                        "warn")
                .forEach((key, value) -> {
                    if (System.getProperty(key) == null) {
                        System.setProperty(key, value);
                    }
                });
    }

    /// The message of the innermost cause that has one: the outer ones only say which part of the start failed.
    private static String words(Throwable failure) {
        var words = failure.toString();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                words = cause.getMessage();
            }
        }
        return words.lines().findFirst().orElse(words);
    }

    RunningServer server() {
        return server;
    }

    HostPort http() {
        return told(server.httpAddress());
    }

    HostPort sip() {
        return told(switchboard().sipAddress());
    }

    /// An address that others can use: not "all addresses".
    private HostPort told(InetSocketAddress address) {
        var host = address.getAddress().isAnyLocalAddress()
                ? options.advertise().orElse(text(InetAddress.getLoopbackAddress()))
                : text(address.getAddress());
        return new HostPort(host, address.getPort());
    }

    private Switchboard switchboard() {
        return server.context().getBean(Switchboard.class);
    }

    /// The API keys of the sample data by customer, `operator` among them; empty without sample data.
    Map<String, String> apiKeys() {
        return new TreeMap<>(server.context().getBean(SampleData.class).apiKeys());
    }

    private Map<String, String> passwords() {
        return new TreeMap<>(server.context().getBean(SampleAccounts.class).passwords());
    }

    /// The lines a script waits for.
    void announce() {
        if (options.sip().getAddress().isLoopbackAddress()) {
            out.println("listening on this machine only (" + text(options.sip().getAddress())
                    + "); --bind 0.0.0.0 opens it to the network");
        }
        if (options.sampleData()) {
            apiKeys().forEach((customer, key) -> out.println("api-key " + customer + "=" + key));
            passwords().forEach((name, password) -> out.println("account " + name + "=" + password));
        } else {
            announceFirstKey();
        }
        var secure = switchboard().sipTlsAddress().map(address -> " sips=" + told(address));
        out.println("hotline ready: http=http://" + http() + " sip=" + sip() + secure.orElse(""));
        out.flush();
    }

    private void announceFirstKey() {
        server.context().getBean(FirstKey.class).take().ifPresent(key -> {
            out.println("the operator's first API key, shown this once:");
            out.println("api-key operator=" + key.token());
        });
        server.context().getBean(FirstAccount.class).take().ifPresent(first -> {
            out.println("the operator's first account, its password shown this once:");
            out.println("account " + first.login() + "=" + first.password());
        });
    }

    /// Refuses new calls, lets those under way end for a bounded time, then stops.
    @Override
    public void close() {
        try {
            var switchboard = switchboard();
            switchboard.refuseNewCalls();
            awaitLastCall(switchboard);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            Endpoint.removeFrom(options.data());
            server.close();
        }
    }

    private void awaitLastCall(Switchboard switchboard) throws InterruptedException {
        if (switchboard.liveCalls() == 0) {
            return;
        }
        out.println("waiting for " + switchboard.liveCalls() + " call(s) to end, at most " + drain.toSeconds()
                + " s; Ctrl-C again stops at once");
        out.flush();
        var deadline = System.nanoTime() + drain.toNanos();
        while (switchboard.liveCalls() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(STEP);
        }
    }
}
