package org.hotline400.app.doctor;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.app.run.ListenOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks the machine before (or while) the platform runs on it.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks this machine: Java, ports, certificate, database, limits, disk, master key, trunk; names the broken part and the fix.",
            "Takes the options of `run`, so that it looks at what `run` would use. Exit code 1 when a line says FAIL."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ListenOptions options = new ListenOptions();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var failed = 0;
        for (var check : checks()) {
            var finding = check.look();
            out.println(finding);
            out.flush();
            if (finding.level() == Finding.Level.FAIL) {
                failed++;
            }
        }
        out.println(failed == 0 ? "All that is needed is there." : failed + " of these must be mended first.");
        return failed == 0 ? 0 : 1;
    }

    /// Reads all options first, so that a wrong one is told before any line is printed.
    private List<Check> checks() {
        var data = options.database().data();
        var database = new DatabaseCheck(data, options.database().settings());
        var bind = options.bind();
        var http = options.http();
        var sip = options.sip();
        var tls = options.tls().tls();
        return List.of(
                MachineChecks::java,
                MachineChecks::memory,
                MachineChecks::openFiles,
                MachineChecks::udpBuffers,
                () -> MachineChecks.folder(data),
                () -> MachineChecks.disk(data),
                () -> KeyChecks.masterKey(data, System.getenv("HOTLINE_MASTER_KEY")),
                () -> PortChecks.http(bind, http),
                () -> PortChecks.sip(bind, sip),
                new TlsCheck(bind, tls, Clock.systemUTC()),
                () -> PortChecks.rtp(bind, options.rtpPorts()),
                database,
                new TrunkCheck(options.trunk()));
    }
}
