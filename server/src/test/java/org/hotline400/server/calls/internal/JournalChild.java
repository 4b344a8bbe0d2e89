package org.hotline400.server.calls.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.hotline400.server.kernel.TenantId;

/// Leaves one call open and ends calls until it is killed, naming each on its standard output once it is written.
final class JournalChild {
    private JournalChild() {}

    public static void main(String[] args) {
        var tenant = TenantId.of("01890000-0000-7000-8000-000000000001");
        var journal = Journal.open(Path.of(args[0]), Clock.systemUTC(), 64 * 1024);
        journal.open(SampleCalls.open(tenant));
        // Bounded, should nobody kill it.
        for (int i = 0; i < 200_000; i++) {
            var call = SampleCalls.ended(tenant);
            journal.ended(call);
            System.out.println(call.id());
        }
    }
}
