package org.hotline400.server.telephony.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.telephony.AddressRange;
import org.hotline400.server.telephony.TrunkOrder;
import org.hotline400.server.telephony.Trunks;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.Transport;
import org.jspecify.annotations.Nullable;

/// A trunk on the wire. Passwords are taken, never given.
///
/// @param id read only
/// @param sources addresses or CIDR blocks whose calls are trusted
/// @param inbound an account that proves a caller from elsewhere
/// @param areaCode where its lines are, such as `010`: completes callers signalled without one
/// @param outbound where calls go
/// @param state read only: `up`, `down` (answers no OPTIONS), `disabled`
public record TrunkBody(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable List<String> sources,
        @Nullable Account inbound,
        @Nullable String areaCode,
        @Nullable Outbound outbound,
        @Nullable String state) {

    /// @param password write only; left out in a change, the old one stays
    public record Account(@Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    /// @param port 5060 by default, for `tls` 5061
    /// @param transport `udp` (default), `tcp` or `tls`
    /// @param account answers the carrier's challenges
    /// @param priority 0 to 1000, lower first; 0 by default
    /// @param weight 1 to 1000, the share within one priority; 1 by default
    public record Outbound(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String transport,
            @Nullable Account account,
            @Nullable Integer priority,
            @Nullable Integer weight) {}

    static TrunkBody of(Trunks.Stored stored, String state) {
        var order = stored.order();
        return new TrunkBody(
                stored.id(),
                order.name(),
                order.enabled(),
                order.sources().stream().map(AddressRange::toString).toList(),
                order.inbound().map(TrunkBody::shown).orElse(null),
                order.areaCode(),
                order.outbound().map(TrunkBody::shown).orElse(null),
                state);
    }

    private static Account shown(SipAccount account) {
        return new Account(account.user(), null);
    }

    private static Outbound shown(TrunkOrder.WayOut way) {
        return new Outbound(
                way.to().host(),
                way.to().port(),
                way.transport().parameter(),
                way.account().map(TrunkBody::shown).orElse(null),
                way.priority(),
                way.weight());
    }

    /// Reads it, with everything that is wrong at once.
    ///
    /// @param before what is being changed; passwords left out are taken from it
    TrunkOrder read(Optional<TrunkOrder> before) {
        var checks = new Checks();
        var ranges = sources == null
                ? List.<AddressRange>of()
                : checks.readIfPresent(
                                "sources",
                                "telephony.source",
                                sources,
                                all -> all.stream().map(AddressRange::parse).toList())
                        .orElse(List.of());
        var proves = account(checks, "inbound", inbound, before.flatMap(TrunkOrder::inbound));
        var way = wayOut(checks, before.flatMap(TrunkOrder::outbound));
        var order = checks.read(
                "name",
                "telephony.trunk",
                name,
                text -> new TrunkOrder(text, enabled == null || enabled, ranges, proves, or(areaCode, ""), way));
        checks.done();
        return order.get();
    }

    private Optional<TrunkOrder.WayOut> wayOut(Checks checks, Optional<TrunkOrder.WayOut> before) {
        if (outbound == null) {
            return Optional.empty();
        }
        var answers =
                account(checks, "outbound.account", outbound.account(), before.flatMap(TrunkOrder.WayOut::account));
        var over = checks.readIfPresent(
                        "outbound.transport", "telephony.transport", outbound.transport(), TrunkBody::transport)
                .orElse(Transport.UDP);
        return checks.read(
                        "outbound",
                        "telephony.outbound",
                        outbound,
                        way -> new TrunkOrder.WayOut(
                                new HostPort(or(way.host(), ""), or(way.port(), over.defaultPort())),
                                over,
                                answers,
                                or(way.priority(), 0),
                                or(way.weight(), 1)))
                .value();
    }

    private static Transport transport(String text) {
        return Transport.ofParameter(text)
                .filter(one -> !one.isWebSocket())
                .orElseThrow(() -> new IllegalArgumentException("is udp, tcp or tls; was \"" + text + "\""));
    }

    private static Optional<SipAccount> account(
            Checks checks, String field, @Nullable Account account, Optional<SipAccount> before) {
        if (account == null) {
            return Optional.empty();
        }
        var user = account.user();
        var password = Optional.ofNullable(account.password())
                .or(() -> before.filter(old -> old.user().equals(user)).map(SipAccount::password));
        if (user == null
                || user.isBlank()
                || password.isEmpty()
                || password.get().isEmpty()) {
            checks.add(field, "telephony.account", "needs a user and a password");
            return Optional.empty();
        }
        return Optional.of(new SipAccount(user, password.get()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
