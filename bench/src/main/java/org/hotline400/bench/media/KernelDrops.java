package org.hotline400.bench.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// What the kernel dropped because a socket's buffer was full, and how many sockets there are
/// (`/proc/net/udp`).
///
/// @param sockets bound to these ports
/// @param drops since they were opened
record KernelDrops(int sockets, long drops) {
    private static final Path TABLE = Path.of("/proc/net/udp");
    private static final int ADDRESS = 1;

    /// Of the sockets on these local ports.
    static KernelDrops on(IntPredicate port) throws IOException {
        return of(Files.readAllLines(TABLE).stream(), port);
    }

    static KernelDrops of(Stream<String> table, IntPredicate port) {
        List<String[]> rows = table.skip(1)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(row -> port.test(port(row[ADDRESS])))
                .toList();
        return new KernelDrops(
                rows.size(),
                rows.stream()
                        .mapToLong(row -> Long.parseLong(row[row.length - 1]))
                        .sum());
    }

    /// `0100007F:13C4`.
    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    long since(KernelDrops before) {
        return drops - before.drops;
    }
}
