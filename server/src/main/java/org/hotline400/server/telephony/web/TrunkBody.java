package org.hotline400.server.telephony.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.telephony.RegistrationState;
import org.hotline400.server.telephony.TrunkOrder;
import org.hotline400.server.telephony.TrunkRegistration;
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
/// @param state read only: `up`, `down` (answers no OPTIONS, or was added this very second and is not taken in yet),
///     `disabled`
/// @param registration read only: how our registration with the carrier stands; left out when it does not register
public record TrunkBody(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable List<String> sources,
        @Nullable Account inbound,
        @Nullable String areaCode,
        @Nullable Outbound outbound,
        @Nullable String state,
        @Nullable Registration registration) {

    /// @param state `trying`, `registered`, `failed`
    /// @param until when the carrier lets it lapse unless it is renewed
    /// @param error what the last attempt came to; left out after a success
    public record Registration(
            String state,
            Instant since,
            @Nullable Instant until,
            @Nullable String error) {
        static Registration of(RegistrationState state) {
            return new Registration(
                    state.status().name().toLowerCase(Locale.ROOT),
                    state.since(),
                    state.until().orElse(null),
                    state.error().isEmpty() ? null : state.error());
        }
    }

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
    /// @param register how we register there; left out: not at all
    public record Outbound(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String transport,
            @Nullable Account account,
            @Nullable Integer priority,
            @Nullable Integer weight,
            @Nullable Register register) {}

    /// @param user whom we register; the account's user by default
    /// @param registrar `HOST:PORT`; where calls go to by default
    /// @param expiresSeconds 60 to 86400, what we ask for; 600 by default
    /// @param fromAccount whether calls out carry the account in From; false by default
    public record Register(
            @Nullable String user,
            @Nullable String registrar,
            @Nullable Integer expiresSeconds,
            @Nullable Boolean fromAccount) {}

    static TrunkBody of(Trunks.Stored stored, String state, Optional<RegistrationState> registration) {
        var order = stored.order();
        return new TrunkBody(
                stored.id(),
                order.name(),
                order.enabled(),
                order.sources().stream().map(AddressRange::toString).toList(),
                order.inbound().map(TrunkBody::shown).orElse(null),
                order.areaCode(),
                order.outbound().map(TrunkBody::shown).orElse(null),
                state,
                registration.map(Registration::of).orElse(null));
    }

    private static Register shown(TrunkRegistration terms) {
        return new Register(
                terms.user(),
                terms.registrar().map(HostPort::toString).orElse(null),
                (int) terms.expires().toSeconds(),
                terms.fromAccount());
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
                way.weight(),
                way.registration().map(TrunkBody::shown).orElse(null));
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
                                all -> all.stream().map(AddressRange::of).toList())
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
        var terms = register(checks, outbound.register(), answers);
        return checks.read(
                        "outbound",
                        "telephony.outbound",
                        outbound,
                        way -> new TrunkOrder.WayOut(
                                new HostPort(or(way.host(), ""), or(way.port(), over.defaultPort())),
                                over,
                                answers,
                                or(way.priority(), 0),
                                or(way.weight(), 1),
                                terms))
                .value();
    }

    private static Optional<TrunkRegistration> register(
            Checks checks, @Nullable Register register, Optional<SipAccount> account) {
        if (register == null) {
            return Optional.empty();
        }
        var at = checks.readIfPresent(
                "outbound.register.registrar", "telephony.registrar", register.registrar(), HostPort::of);
        return checks.read(
                        "outbound.register",
                        "telephony.register",
                        register,
                        one -> new TrunkRegistration(
                                or(one.user(), account.map(SipAccount::user).orElse("")),
                                at,
                                Duration.ofSeconds(or(one.expiresSeconds(), (int) TrunkRegistration.USUAL.toSeconds())),
                                or(one.fromAccount(), false)))
                .value();
    }

    private static Transport transport(String text) {
        return Transport.ofParameter(text)
                .filter(one -> !one.isWebSocket() && one.parameter().equals(text))
                .orElseThrow(() -> new MistakeException(
                        "is udp, tcp or tls; was \"" + text + "\"", "须为 udp、tcp 或 tls，收到的是“" + text + "”。"));
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
            checks.add(field, "telephony.account", "needs a user and a password", "需要用户名和密码。");
            return Optional.empty();
        }
        return Optional.of(new SipAccount(user, password.get()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
