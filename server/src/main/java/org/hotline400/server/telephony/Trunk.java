package org.hotline400.server.telephony;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;

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

    /// Whether an INVITE from this address is this trunk's.
    public boolean trusts(InetAddress address) {
        return enabled && sources.stream().anyMatch(range -> range.contains(address));
    }

    /// The way out through a trunk.
    ///
    /// @param host as written in Request-URIs
    /// @param hop where requests are sent
    /// @param account answers the carrier's challenges
    /// @param priority lower is tried first
    /// @param weight share among trunks of one priority, 1..1000
    public record Outbound(String host, SipHop hop, Optional<SipAccount> account, int priority, int weight) {

        /// The trunk itself, as the target of OPTIONS.
        SipUri uri() {
            return new SipUri("sip", Optional.empty(), host, hop.address().getPort(), Map.of());
        }
    }
}
