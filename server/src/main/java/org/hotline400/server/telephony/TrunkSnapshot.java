package org.hotline400.server.telephony;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The trunks in memory: those of the database, refreshed when they change, and the one named on the command line.
///
/// Host names are looked up here, on the refreshing thread, and again every now and then, so that no call waits for a
/// name server. A name that cannot be looked up keeps the addresses it had.
@Component
class TrunkSnapshot implements TrunkDirectory {
    /// The name of the trunk that `--trunk HOST:PORT` makes.
    static final String FROM_COMMAND_LINE = "command-line";

    private static final Logger log = LoggerFactory.getLogger(TrunkSnapshot.class);
    private static final int MOST_HOPS = 8;

    private final Trunks trunks;
    private final Optional<Trunk> carrier;
    private final ConcurrentHashMap<String, List<InetAddress>> known = new ConcurrentHashMap<>();
    private volatile List<Trunks.Stored> stored = List.of();
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
        stored = trunks.all();
        lookUp();
    }

    @Override
    public synchronized void lookUp() {
        var now = new ArrayList<Trunk>();
        var names = new HashSet<String>();
        carrier.ifPresent(now::add);
        stored.forEach(one -> now.add(live(one, names)));
        known.keySet().retainAll(names);
        all = List.copyOf(now);
    }

    private Trunk live(Trunks.Stored stored, Set<String> names) {
        var order = stored.order();
        var outbound = order.outbound().flatMap(way -> outbound(order.name(), way, names));
        return new Trunk(
                stored.id(),
                order.name(),
                order.enabled(),
                order.sources(),
                order.inbound(),
                order.areaCode(),
                outbound);
    }

    private Optional<Trunk.Outbound> outbound(String name, TrunkOrder.WayOut way, Set<String> names) {
        var to = way.to();
        var hops = hops(to, way.transport(), names);
        if (hops.isEmpty() && to.port() != 0) {
            log.warn("Trunk {} takes no calls out: the host \"{}\" is unknown", name, to.host());
            return Optional.empty();
        }
        return Optional.of(new Trunk.Outbound(
                written(to.host()),
                to.port(),
                way.transport(),
                hops,
                way.account(),
                way.priority(),
                way.weight(),
                way.registration().map(terms -> registrar(terms, way, names))));
    }

    private Trunk.Registrar registrar(TrunkRegistration terms, TrunkOrder.WayOut way, Set<String> names) {
        var at = terms.registrar().orElse(way.to());
        return new Trunk.Registrar(
                terms, written(at.host()), at.port(), way.transport(), hops(at, way.transport(), names));
    }

    /// All addresses of a host; none when nobody knows it, or its servers are to be found by SRV.
    private List<SipHop> hops(HostPort to, Transport transport, Set<String> names) {
        if (to.port() == 0) {
            return List.of();
        }
        names.add(to.host());
        return addresses(to.host()).stream()
                .limit(MOST_HOPS)
                .map(address -> new SipHop(transport, new InetSocketAddress(address, to.port())))
                .toList();
    }

    private List<InetAddress> addresses(String host) {
        try {
            var found = List.copyOf(Arrays.asList(InetAddress.getAllByName(host)));
            known.put(host, found);
            return found;
        } catch (UnknownHostException _) {
            return known.getOrDefault(host, List.of());
        }
    }

    private static Trunk carrier(HostPort address) {
        var resolved = address.resolve();
        var id = UUID.nameUUIDFromBytes(FROM_COMMAND_LINE.getBytes(StandardCharsets.UTF_8));
        var range = AddressRange.of(resolved.getAddress().getHostAddress());
        var outbound = new Trunk.Outbound(
                written(address.host()),
                resolved.getPort(),
                Transport.UDP,
                List.of(new SipHop(Transport.UDP, resolved)),
                Optional.empty(),
                0,
                1,
                Optional.empty());
        return new Trunk(id, FROM_COMMAND_LINE, true, List.of(range), Optional.empty(), "", Optional.of(outbound));
    }

    /// A host as it stands in a URI.
    private static String written(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
