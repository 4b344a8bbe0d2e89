package org.hotline400.server.telephony;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.vault.Seal;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.Transport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The trunks in the database. Passwords are kept sealed.
@Component
public class Trunks {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    Trunks(Transactions transactions, JdbcClient jdbc, Seal seal, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /// A trunk with its identity.
    public record Stored(UUID id, TrunkOrder order) {}

    /// All trunks, by name.
    public List<Stored> all() {
        return transactions.asOperator(() -> jdbc.sql("select * from telephony.trunks order by name")
                .query(this::row)
                .list());
    }

    public Optional<Stored> find(UUID id) {
        return transactions.asOperator(() -> jdbc.sql("select * from telephony.trunks where id = ?")
                .param(id)
                .query(this::row)
                .optional());
    }

    /// Adds a trunk.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the name or the inbound account is taken
    public Stored add(TrunkOrder order) {
        return put(Ids.next(), order);
    }

    /// Adds a trunk or changes the one of this id.
    public Stored put(UUID id, TrunkOrder order) {
        var out = order.outbound();
        var terms = out.flatMap(TrunkOrder.WayOut::registration);
        var registrar = terms.flatMap(TrunkRegistration::registrar);
        return transactions.asOperator(() -> {
            jdbc.sql("""
                    insert into telephony.trunks (id, name, enabled, sources, inbound_user, inbound_password, area_code,
                        outbound_host, outbound_port, transport, outbound_user, outbound_password, priority, weight,
                        register_user, registrar_host, registrar_port, register_seconds, from_account, changed_at)
                    values (:id, :name, :enabled, :sources, :inboundUser, :inboundPassword, :areaCode, :host, :port, :transport,
                        :outboundUser, :outboundPassword, :priority, :weight,
                        :registerUser, :registrarHost, :registrarPort, :registerSeconds, :fromAccount, :now)
                    on conflict (id) do update set name = excluded.name, enabled = excluded.enabled,
                        sources = excluded.sources, inbound_user = excluded.inbound_user,
                        inbound_password = excluded.inbound_password, area_code = excluded.area_code, outbound_host = excluded.outbound_host,
                        outbound_port = excluded.outbound_port, transport = excluded.transport,
                        outbound_user = excluded.outbound_user, outbound_password = excluded.outbound_password,
                        priority = excluded.priority, weight = excluded.weight,
                        register_user = excluded.register_user, registrar_host = excluded.registrar_host,
                        registrar_port = excluded.registrar_port, register_seconds = excluded.register_seconds,
                        from_account = excluded.from_account, changed_at = excluded.changed_at
                    """)
                    .param("id", id)
                    .param("name", order.name())
                    .param("enabled", order.enabled())
                    .param(
                            "sources",
                            order.sources().stream().map(AddressRange::toString).toArray(String[]::new))
                    .param("inboundUser", order.inbound().map(SipAccount::user).orElse(null))
                    .param("inboundPassword", sealed(order.inbound()))
                    .param("areaCode", order.areaCode())
                    .param("host", out.map(way -> way.to().host()).orElse(null))
                    .param("port", out.map(way -> way.to().port()).orElse(null))
                    .param(
                            "transport",
                            out.map(TrunkOrder.WayOut::transport)
                                    .orElse(Transport.UDP)
                                    .parameter())
                    .param(
                            "outboundUser",
                            out.flatMap(TrunkOrder.WayOut::account)
                                    .map(SipAccount::user)
                                    .orElse(null))
                    .param("outboundPassword", sealed(out.flatMap(TrunkOrder.WayOut::account)))
                    .param("priority", out.map(TrunkOrder.WayOut::priority).orElse(0))
                    .param("weight", out.map(TrunkOrder.WayOut::weight).orElse(1))
                    .param("registerUser", terms.map(TrunkRegistration::user).orElse(null))
                    .param("registrarHost", registrar.map(HostPort::host).orElse(null))
                    .param("registrarPort", registrar.map(HostPort::port).orElse(null))
                    .param(
                            "registerSeconds",
                            terms.map(one -> one.expires().toSeconds()).orElse(null))
                    .param(
                            "fromAccount",
                            terms.map(TrunkRegistration::fromAccount).orElse(false))
                    .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .update();
            return new Stored(id, order);
        });
    }

    /// Removes a trunk; calls under way over it go on.
    ///
    /// @return false when there was none
    public boolean remove(UUID id) {
        return transactions.asOperator(() ->
                jdbc.sql("delete from telephony.trunks where id = ?").param(id).update() > 0);
    }

    private byte @Nullable [] sealed(Optional<SipAccount> account) {
        return account.map(one -> seal.close(one.password())).orElse(null);
    }

    private Stored row(ResultSet row, int index) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new TrunkOrder(
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        ranges(row.getArray("sources")),
                        account(row.getString("inbound_user"), row.getBytes("inbound_password")),
                        row.getString("area_code"),
                        wayOut(row)));
    }

    private Optional<TrunkOrder.WayOut> wayOut(ResultSet row) throws SQLException {
        var host = row.getString("outbound_host");
        if (host == null) {
            return Optional.empty();
        }
        return Optional.of(new TrunkOrder.WayOut(
                new HostPort(host, row.getInt("outbound_port")),
                Transport.ofParameter(row.getString("transport")).orElseThrow(),
                account(row.getString("outbound_user"), row.getBytes("outbound_password")),
                row.getInt("priority"),
                row.getInt("weight"),
                registration(row)));
    }

    private static Optional<TrunkRegistration> registration(ResultSet row) throws SQLException {
        var user = row.getString("register_user");
        if (user == null) {
            return Optional.empty();
        }
        var host = row.getString("registrar_host");
        return Optional.of(new TrunkRegistration(
                user,
                host == null ? Optional.empty() : Optional.of(new HostPort(host, row.getInt("registrar_port"))),
                Duration.ofSeconds(row.getInt("register_seconds")),
                row.getBoolean("from_account")));
    }

    private Optional<SipAccount> account(@Nullable String user, byte @Nullable [] password) {
        return user == null || password == null
                ? Optional.empty()
                : Optional.of(new SipAccount(user, seal.open(password)));
    }

    private static List<AddressRange> ranges(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(AddressRange::of).toList();
    }
}
