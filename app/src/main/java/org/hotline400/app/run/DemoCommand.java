package org.hotline400.app.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.app.HomeFolder;
import org.hotline400.app.Ports;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows a newcomer the whole thing: platform, carrier, one call, and where to look.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts everything with sample data in data/demo, a simulated carrier as its trunk, places one real call to"
                    + " 4008888888 and tells it as it happens; stays up until Ctrl-C.",
            "Ports 8400 and 5060 where they are free, others where not. Every line the simulated carrier is asked to"
                    + " ring answers after two seconds with a tone."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration RINGING = Duration.ofSeconds(2);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final int HTTP = 8400;
    private static final int SIP = 5060;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--no-call", description = "Places no call by itself.")
    private boolean noCall;

    @Override
    public Integer call() throws InterruptedException {
        var signals = StopSignals.listen();
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var carrier = simulator.carrier();
            carrier.elsewhere(Behaviour.answersAfter(RINGING, Voice.tone(DemoCall.LINE_HZ)));
            var options = serverOptions(carrier.address());
            try (var platform = Platform.start(options, DRAIN, out())) {
                platform.announce();
                carrier.serve(platform.sip().resolve());
                if (!noCall && !signals.isAsked()) {
                    new DemoCall(platform, carrier, out(), signals::isAsked).tell();
                }
                out().println("\n一切就绪,按 Ctrl-C 停止 · everything is up, Ctrl-C stops it");
                out().flush();
                signals.await();
            }
        } catch (IOException e) {
            throw new CommandFailedException("the simulated carrier did not start: " + e.getMessage());
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ServerOptions serverOptions(InetSocketAddress carrier) {
        var loopback = InetAddress.getLoopbackAddress();
        var http = Ports.isTcpFree(loopback, HTTP) ? HTTP : taken("HTTP", HTTP);
        var sip = Ports.isTcpFree(loopback, SIP) && Ports.isUdpFree(loopback, SIP) ? SIP : taken("SIP", SIP);
        return new ServerOptions(
                HomeFolder.demoData(),
                new InetSocketAddress(loopback, http),
                new InetSocketAddress(loopback, sip),
                Optional.empty(),
                new ServerOptions.RtpPorts(20_000, 29_999),
                Optional.of(new HostPort(carrier.getAddress().getHostAddress(), carrier.getPort())),
                Optional.empty(),
                true);
    }

    private int taken(String what, int port) {
        out().println(what + " port " + port + " is taken by another program, so a free one is used");
        return 0;
    }
}
