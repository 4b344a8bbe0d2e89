package org.hotline400.server.outbound.internal;

import java.util.List;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.outbound.OutboundHttp;

/// The real client, with loopback allowed: for tests that talk to a server of their own.
public final class LocalHttp {
    private LocalHttp() {}

    /// With 4 connections to one host and 16 in all.
    public static ApacheHttp allowingLoopback() {
        return client(NameService.SYSTEM, "127.0.0.0/8");
    }

    /// As customers get it.
    public static OutboundHttp strict() {
        return client(NameService.SYSTEM);
    }

    static ApacheHttp client(NameService names, String... allowed) {
        var policy = new AddressPolicy(
                List.of(allowed).stream().map(AddressRange::of).toList());
        return new ApacheHttp(names, policy, new Lane.Bounds(4, 16), new Lane.Bounds(4, 16));
    }
}
