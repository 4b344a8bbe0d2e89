package org.hotline400.server.telephony;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The trunks in memory: those of the database, refreshed when they change, and the one named on the command line.
///
/// Host names are looked up here, on the refreshing thread, so that no call waits for a name server.
@Component
class TrunkSnapshot implements TrunkDirectory {
    /// The name of the trunk that `--trunk HOST:PORT` makes.
    static final String FROM_COMMAND_LINE = "command-line";

    private static final Logger log = LoggerFactory.getLogger(TrunkSnapshot.class);

    private final Trunks trunks;
    private final Optional<Trunk> carrier;
    private volatile List<Trunk> all = List.of();

    TrunkSnapshot(Trunks trunks, HotlineSettings settings, ConfigurationChanges changes) {
        this.trunks = trunks;
        this.carrier = settings.carrier().map(TrunkSnapshot::carrier);
        changes.subscribe("trunks", this::refresh);
    }

    @Override
    public List<Trunk> all() {
        return all;
    }

    private void refresh() {
        var now = new ArrayList<Trunk>();
        carrier.ifPresent(now::add);
        trunks.all().forEach(stored -> now.add(live(stored)));
        all = List.copyOf(now);
    }

    private static Trunk live(Trunks.Stored stored) {
        var order = stored.order();
        var outbound = order.outbound().flatMap(way -> outbound(order.name(), way));
        return new Trunk(
                stored.id(),
                order.name(),
                order.enabled(),
                order.sources(),
                order.inbound(),
                order.areaCode(),
                outbound);
    }

    private static Optional<Trunk.Outbound> outbound(String name, TrunkOrder.WayOut way) {
        try {
            var hop = new SipHop(way.transport(), way.to().resolve());
            return Optional.of(
                    new Trunk.Outbound(written(way.to().host()), hop, way.account(), way.priority(), way.weight()));
        } catch (IllegalArgumentException e) {
            log.warn("Trunk {} takes no calls out: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static Trunk carrier(HostPort address) {
        var resolved = address.resolve();
        var id = UUID.nameUUIDFromBytes(FROM_COMMAND_LINE.getBytes(StandardCharsets.UTF_8));
        var range = AddressRange.parse(resolved.getAddress().getHostAddress());
        var outbound = new Trunk.Outbound(
                written(address.host()), new SipHop(Transport.UDP, resolved), Optional.empty(), 0, 1);
        return new Trunk(id, FROM_COMMAND_LINE, true, List.of(range), Optional.empty(), "", Optional.of(outbound));
    }

    /// A host as it stands in a URI.
    private static String written(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
