package org.hotline400.server.interop;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a foreign phone is set up.
///
/// @param user the user part of its address, and what it logs in with
/// @param sipPort where it listens
/// @param toneHz what it says all the time
/// @param wire how it sends
/// @param login where it registers and calls through; null: nowhere, it is just there
record PhoneSetup(
        String user,
        int sipPort,
        int toneHz,
        Wire wire,
        @Nullable Login login) {

    /// @param password of its account
    /// @param server where it registers
    /// @param authority a PEM file: the CA whose certificate the server shows over TLS; null where there is no TLS
    record Login(
            String password,
            InetSocketAddress server,
            @Nullable Path authority) {}

    static PhoneSetup of(String user, int sipPort, int toneHz, Wire wire) {
        return new PhoneSetup(user, sipPort, toneHz, wire, null);
    }

    PhoneSetup registering(Login at) {
        return new PhoneSetup(user, sipPort, toneHz, wire, at);
    }

    /// `sip:127.0.0.1:5060;transport=tcp`.
    static String uri(InetSocketAddress server, Wire wire) {
        return "sip:127.0.0.1:" + server.getPort() + ";transport=" + wire.parameter();
    }
}
