package org.hotline400.server.telephony;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bindings of the phones in the database, each phone's as a whole: so a restart loses no phone.
@Component
class PhoneBindings {
    private static final Logger log = LoggerFactory.getLogger(PhoneBindings.class);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final PhoneDirectory phones;

    PhoneBindings(Transactions transactions, JdbcClient jdbc, PhoneDirectory phones) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /// Writes what the bindings of these phones are now, in one transaction. Those of a phone that was removed, renamed
    /// or switched off meanwhile are left out.
    void store(Map<String, List<ContactBinding>> changed) {
        // Sorted, so that two nodes never wait for each other.
        transactions.asOperator(() -> new TreeMap<>(changed)
                .forEach((user, bindings) -> phones.ofUser(user).ifPresent(phone -> store(phone, bindings))));
    }

    private void store(DeskPhone phone, List<ContactBinding> bindings) {
        // The lock waits for a change of the phone under way, which deletes its bindings.
        var known = jdbc.sql("select id from telephony.phones"
                        + " where tenant = ? and id = ? and user_name = ? and enabled for share")
                .params(phone.tenant().value(), phone.id(), phone.user())
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            jdbc.sql("delete from telephony.phone_bindings where tenant = ? and phone = ?")
                    .params(phone.tenant().value(), phone.id())
                    .update();
            for (int i = 0; i < bindings.size(); i++) {
                insert(phone, i, bindings.get(i));
            }
        }
    }

    private void insert(DeskPhone phone, int position, ContactBinding binding) {
        var address = binding.source().address();
        jdbc.sql("""
                insert into telephony.phone_bindings (tenant, phone, position, contact, priority, call_id, cseq, until,
                    since, transport, source, direct, path, instance, user_agent)
                values (:tenant, :phone, :position, :contact, :priority, :callId, :cseq, :until,
                    :since, :transport, :source, :direct, :path, :instance, :userAgent)
                """)
                .param("tenant", phone.tenant().value())
                .param("phone", phone.id())
                .param("position", position)
                .param("contact", binding.contact().toString())
                .param("priority", binding.priority())
                .param("callId", binding.callId())
                .param("cseq", binding.cseq())
                .param("until", SqlTime.of(binding.until()))
                .param("since", SqlTime.of(binding.since()))
                .param("transport", binding.source().transport().name())
                .param("source", address.getAddress().getHostAddress() + " " + address.getPort())
                .param("direct", binding.direct())
                .param("path", binding.path().toArray(String[]::new))
                .param("instance", binding.instance())
                .param("userAgent", binding.userAgent())
                .update();
    }

    /// Gives the registrar what was kept. A row that cannot be read, such as one whose network interface is gone, is
    /// left out: one phone must not keep the server from starting.
    void load(Registrar registrar) {
        Map<String, List<ContactBinding>> kept = new LinkedHashMap<>();
        transactions.asOperator(() -> {
            jdbc.sql("select p.user_name, b.* from telephony.phone_bindings b"
                            + " join telephony.phones p on p.tenant = b.tenant and p.id = b.phone"
                            + " where p.enabled and b.until > now() order by p.user_name, b.position")
                    .query(row -> {
                        var user = row.getString("user_name");
                        readable(user, row)
                                .ifPresent(binding -> kept.computeIfAbsent(user, _ -> new ArrayList<>())
                                        .add(binding));
                    });
        });
        kept.forEach(registrar::restore);
    }

    private static Optional<ContactBinding> readable(String user, ResultSet row) throws SQLException {
        try {
            return Optional.of(binding(row));
        } catch (IllegalArgumentException e) {
            log.warn("A registration of phone {} is left out until it registers anew: {}", user, e.getMessage());
            return Optional.empty();
        }
    }

    private static ContactBinding binding(ResultSet row) throws SQLException {
        var place = row.getString("source").split(" ", 2);
        if (place.length != 2) {
            throw new IllegalArgumentException("the source must be an address and a port");
        }
        var address = new InetSocketAddress(InetAddress.ofLiteral(place[0]), Integer.parseInt(place[1]));
        var transport = Transport.valueOf(row.getString("transport"));
        return new ContactBinding(
                SipUri.parse(row.getString("contact")),
                row.getInt("priority"),
                row.getString("call_id"),
                row.getLong("cseq"),
                SqlTime.read(row, "until"),
                SqlTime.read(row, "since"),
                new SipSource(transport, address),
                row.getBoolean("direct"),
                strings(row.getArray("path")),
                row.getString("instance"),
                row.getString("user_agent"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
