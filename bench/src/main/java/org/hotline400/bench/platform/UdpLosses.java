package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Datagrams that this machine's sockets lost because nobody read them in time, of all processes.
public final class UdpLosses {
    private static final Path COUNTERS = Path.of("/proc/net/snmp");

    private UdpLosses() {}

    /// Since the machine started; 0 where the system does not tell.
    public static long now() {
        try {
            return parse(Files.readAllLines(COUNTERS));
        } catch (IOException e) {
            return 0;
        }
    }

    /// Two lines begin with `Udp:`: the names, then the values.
    static long parse(List<String> lines) {
        var udp = lines.stream()
                .filter(line -> line.startsWith("Udp: "))
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
        int column = udp.size() < 2 ? -1 : udp.getFirst().indexOf("RcvbufErrors");
        return column < 0 ? 0 : Long.parseLong(udp.get(1).get(column));
    }
}
