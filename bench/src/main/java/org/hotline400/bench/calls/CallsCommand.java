package org.hotline400.bench.calls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Measures calls a second.
@Command(name = "calls", mixinStandardHelpOptions = true, description = "Calls a second, CPU a call, set-up time.")
public final class CallsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var trunk = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var platform = PlatformUnderTest.start(PlatformSettings.withTrunk(trunk))) {
            spec.commandLine().getOut().println("platform " + platform.pid() + " at " + platform.sip());
        }
        return 0;
    }
}
