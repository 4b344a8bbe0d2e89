package org.hotline400.server.telephony;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;

/// A connection to a carrier or a PBX, as the operator set it up.
///
/// @param name unique, shown in records and logs
/// @param sources addresses whose INVITEs are trusted
/// @param inbound when present, an INVITE from any address is trusted if it proves to know this account (digest)
/// @param areaCode where its lines are, such as `010`: completes callers signalled without area code; empty:
///     unknown
/// @param outbound where calls to the outside go; empty: this trunk only brings calls
public record Trunk(
        UUID id,
        String name,
        boolean enabled,
        List<AddressRange> sources,
        Optional<SipAccount> inbound,
        String areaCode,
        Optional<Outbound> outbound) {

    public Trunk {
        sources = List.copyOf(sources);
    }

    /// Whether an INVITE from this address is this trunk's: the operator named it, or it is where we are registered.
    public boolean trusts(InetAddress address) {
        return enabled
                && (sources.stream().anyMatch(range -> range.contains(address))
                        || outbound.flatMap(Outbound::registrar)
                                .filter(registrar -> registrar.isAt(address))
                                .isPresent());
    }

    /// Whom we register at the carrier; empty when we do not, or the trunk is switched off.
    public Optional<Registrar> registrar() {
        return outbound.filter(_ -> enabled).flatMap(Outbound::registrar);
    }

    /// Whether an INVITE with this user in its Request-URI is for the contact that we registered.
    boolean isRegisteredAs(String user) {
        return registrar().filter(one -> one.terms().user().equals(user)).isPresent();
    }

    /// The way out through a trunk.
    ///
    /// @param host as written in Request-URIs
    /// @param port 0 where the name service tells servers and ports (SRV, RFC 3263)
    /// @param hops where requests are sent, the first first; empty where the SIP stack finds out
    /// @param account answers the carrier's challenges
    /// @param priority lower is tried first
    /// @param weight share among trunks of one priority, 1..1000
    /// @param registrar empty when we do not register there
    public record Outbound(
            String host,
            int port,
            Transport transport,
            List<SipHop> hops,
            Optional<SipAccount> account,
            int priority,
            int weight,
            Optional<Registrar> registrar) {
        public Outbound {
            hops = List.copyOf(hops);
        }

        /// The trunk itself, as the target of OPTIONS.
        SipUri uri() {
            return Trunk.uri(host, port, transport);
        }

        /// The URI of a number behind the trunk.
        SipUri uri(String number) {
            var uri = uri();
            return new SipUri("sip", Optional.of(number), uri.host(), uri.port(), uri.parameters())
                    .with("user", "phone");
        }

        List<Optional<SipHop>> ways() {
            return Trunk.ways(hops);
        }
    }

    /// Where we register.
    ///
    /// @param host as written in URIs
    /// @param hops of the registrar; empty where the SIP stack finds out
    public record Registrar(TrunkRegistration terms, String host, int port, Transport transport, List<SipHop> hops) {
        public Registrar {
            hops = List.copyOf(hops);
        }

        SipUri uri() {
            return Trunk.uri(host, port, transport);
        }

        /// The address-of-record.
        SipUri self() {
            return new SipUri("sip", Optional.of(terms.user()), host, -1, Map.of());
        }

        List<Optional<SipHop>> ways() {
            return Trunk.ways(hops);
        }

        boolean isAt(InetAddress address) {
            return hops.stream().anyMatch(hop -> hop.address().getAddress().equals(address));
        }
    }

    /// Where the name service has a say, the URI tells it the transport; a known hop knows its own.
    private static SipUri uri(String host, int port, Transport transport) {
        var plain = new SipUri("sip", Optional.empty(), host, port == 0 ? -1 : port, Map.of());
        return port == 0 && transport != Transport.UDP
                ? plain.with("transport", transport.name().toLowerCase(Locale.ROOT))
                : plain;
    }

    private static List<Optional<SipHop>> ways(List<SipHop> hops) {
        return hops.isEmpty()
                ? List.of(Optional.empty())
                : hops.stream().map(Optional::of).toList();
    }
}
