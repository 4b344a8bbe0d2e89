package org.hotline400.server.telephony.web;

import java.net.InetAddress;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.telephony.Switchboard;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.hotline400.sip.Ban;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sources that this node does not listen to for a while because they attacked it, for the operator.
@RestController
@RequestMapping("/api/v1/bans")
class BanController {
    private static final Problem UNKNOWN =
            new Problem(404, "telephony.unknown-ban", "No ban covers this address.", "没有针对此地址的封禁。");
    private static final Problem NO_ADDRESS = new Problem(
            400,
            "telephony.bad-address",
            "Name an IPv4 or IPv6 address, such as 192.0.2.7.",
            "请给出 IPv4 或 IPv6 地址,例如 192.0.2.7。");

    private final Switchboard switchboard;

    BanController(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /// The bans in force, the latest first.
    @GetMapping
    List<Ban> all(Caller caller) {
        caller.requireOperator(Scope.read("trunks"));
        return switchboard.bans();
    }

    /// Lifts a ban.
    ///
    /// @param address any address that it covers
    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Caller caller, @PathVariable String address) {
        caller.requireOperator(Scope.write("trunks"));
        if (!switchboard.pardon(read(address))) {
            throw new ProblemException(UNKNOWN);
        }
    }

    private static InetAddress read(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(NO_ADDRESS);
        }
    }
}
