package org.hotline400.app.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the platform until it is told to stop.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the platform for real use. Listens on this machine only until --bind says otherwise.",
            "Prints \"hotline ready: http=… sip=…\" when calls are taken. Ctrl-C or SIGTERM refuses new calls, lets live"
                    + " ones end, and exits with 0."
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ListenOptions options = new ListenOptions();

    @Option(
            names = "--demo",
            description = {
                "Adds the sample data: three customers with numbers, plans, API keys and people to sign in as.",
                "Their passwords are printed, so it goes with this machine only, not with --bind."
            })
    private boolean sampleData;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long live calls may go on after a stop was asked for (default: ${DEFAULT-VALUE}).")
    private int drain;

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            description = {
                "A private network that customers' webhooks and data steps may reach, such as 10.1.0.0/16; may be repeated.",
                "None by default: only addresses of the public Internet are asked."
            })
    private List<String> allowedAddresses = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (drain < 0 || drain > 86_400) {
            throw new CommandFailedException(2, "--drain takes 0 to 86400 seconds, was " + drain);
        }
        needLoopbackForSamples();
        var signals = StopSignals.listen();
        var out = spec.commandLine().getOut();
        try (var platform = Platform.start(serverOptions(), Duration.ofSeconds(drain), out)) {
            platform.announce();
            signals.await();
            out.println("stopping");
            out.flush();
        }
        return 0;
    }

    /// The server would refuse as well, later.
    private void needLoopbackForSamples() {
        if (sampleData && !options.bind().isLoopbackAddress()) {
            throw new CommandFailedException(
                    2,
                    "--demo brings accounts whose passwords are printed, so it goes with this machine only: leave out"
                            + " --demo, or leave out --bind");
        }
    }

    private ServerOptions serverOptions() {
        var bind = options.bind();
        return new ServerOptions(
                options.database().data(),
                new InetSocketAddress(bind, options.http()),
                new InetSocketAddress(bind, options.sip()),
                options.advertise().map(InetAddress::getHostAddress),
                new ServerOptions.RtpPorts(
                        options.rtpPorts().first(), options.rtpPorts().last()),
                options.trunk(),
                options.database().url(),
                sampleData,
                options.tls().tls(),
                options.tls().browserOrigins(),
                allowedAddresses);
    }
}
