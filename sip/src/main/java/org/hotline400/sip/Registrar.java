package org.hotline400.sip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.sip.internal.registrar.AskedContact;
import org.hotline400.sip.internal.registrar.RegisterRequest;
import org.hotline400.sip.internal.wire.Via;
import org.jspecify.annotations.Nullable;

/// Keeps where phones can be reached (RFC 3261 §10.3, with Path of RFC 3327 and the flows of RFC 5626 §5.3).
///
/// The caller has authenticated the request and knows which address-of-record it may change: so a flood of strangers
/// takes no memory here, and one account never more than [RegistrarRules#mostContacts] bindings.
///
/// Thread-safe; nothing blocks. An update is all or nothing.
public final class Registrar {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final Comparator<ContactBinding> BY_PRIORITY = Comparator.comparingInt(ContactBinding::priority)
            .reversed()
            .thenComparing(Comparator.comparing(ContactBinding::until).reversed());

    private final RegistrarRules rules;
    private final Clock clock;
    private final Changes changes;
    private final Map<String, List<ContactBinding>> bindings = new ConcurrentHashMap<>();
    private final Map<SipSource, Set<String>> flows = new ConcurrentHashMap<>();

    /// Hears of each change, so that it can be kept elsewhere. Called on the thread that changed it, which may be the
    /// SIP loop: it must not block.
    @FunctionalInterface
    public interface Changes {
        /// @param addressOfRecord whose bindings are now others: ask [#bindings]
        void changed(String addressOfRecord);
    }

    public Registrar(RegistrarRules rules, Clock clock, Changes changes) {
        this.rules = rules;
        this.clock = clock;
        this.changes = changes;
    }

    /// Does what an authenticated REGISTER asks.
    ///
    /// @param addressOfRecord whose bindings it may change, in a form that is the same each time
    /// @return 200 with all bindings and their remaining times; 400 for what cannot be read, 423 for too short a
    ///     time, 500 for one that arrived out of order: then nothing has changed
    public SipReply register(String addressOfRecord, SipRequest request, SipSource source) {
        RegisterRequest asked;
        try {
            asked = RegisterRequest.parse(request);
        } catch (IllegalArgumentException e) {
            return SipReply.of(400, "Bad Request").with("Warning", "399 registrar \"" + printable(e) + "\"");
        }
        if (asked.contacts().size() > rules.mostContacts()) {
            return SipReply.of(403, "Too Many Contacts");
        }
        if (asked.contacts().stream().anyMatch(contact -> isTooShort(seconds(asked, contact)))) {
            return SipReply.of(423, "Interval Too Brief")
                    .with("Min-Expires", Long.toString(rules.shortest().toSeconds()));
        }
        return new Update(addressOfRecord, request, asked, source).run();
    }

    private static String printable(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).replaceAll("[^ -~]|[\"\\\\]", "'");
    }

    private long seconds(RegisterRequest asked, AskedContact contact) {
        return contact.expires().orElse(asked.expires().orElse(rules.usual().toSeconds()));
    }

    private boolean isTooShort(long seconds) {
        return seconds > 0 && seconds < rules.shortest().toSeconds();
    }

    /// Where this address-of-record can be reached now, the preferred first.
    public List<ContactBinding> bindings(String addressOfRecord) {
        return live(bindings.getOrDefault(addressOfRecord, List.of()), clock.instant()).stream()
                .sorted(BY_PRIORITY)
                .toList();
    }

    /// In the order they were refreshed, the one unheard of longest first.
    private static List<ContactBinding> live(List<ContactBinding> all, Instant now) {
        return all.stream().filter(binding -> binding.isLiveAt(now)).toList();
    }

    /// Whose phones are at the other end of this flow: addresses-of-record that registered from there, without a proxy.
    public Set<String> behind(SipSource source) {
        return flows.getOrDefault(source, Set.of());
    }

    /// Takes back what was kept over a restart, without what came over a connection: that did not survive it, and the
    /// phone registers anew.
    public void restore(String addressOfRecord, List<ContactBinding> kept) {
        var usable = live(kept, clock.instant()).stream()
                .filter(binding -> binding.source().transport() == Transport.UDP)
                .limit(rules.mostContacts())
                .toList();
        if (!usable.isEmpty()) {
            // Whoever registered meanwhile knows better than what was kept.
            bindings.compute(
                    addressOfRecord, (aor, before) -> before != null ? before : replaced(aor, List.of(), usable));
        }
    }

    /// Forgets an address-of-record: its account is gone or was switched off.
    public void remove(String addressOfRecord) {
        bindings.computeIfPresent(addressOfRecord, (aor, before) -> replaced(aor, before, List.of()));
        changes.changed(addressOfRecord);
    }

    /// Drops what has lapsed; call it now and then. Readers never see a lapsed binding in any case.
    public void sweep() {
        Instant now = clock.instant();
        for (String aor : List.copyOf(bindings.keySet())) {
            bindings.computeIfPresent(aor, (name, before) -> {
                List<ContactBinding> left = live(before, now);
                return left.size() == before.size() ? before : replaced(name, before, left);
            });
        }
    }

    private @Nullable List<ContactBinding> replaced(
            String aor, List<ContactBinding> before, List<ContactBinding> after) {
        var old = flowsOf(before);
        var now = flowsOf(after);
        now.forEach(flow -> flows.merge(flow, Set.of(aor), Registrar::union));
        old.stream()
                .filter(flow -> !now.contains(flow))
                .forEach(flow -> flows.computeIfPresent(flow, (source, aors) -> without(aors, aor)));
        return after.isEmpty() ? null : List.copyOf(after);
    }

    private static Set<SipSource> flowsOf(List<ContactBinding> all) {
        var sources = new HashSet<SipSource>();
        all.stream().filter(ContactBinding::direct).forEach(binding -> sources.add(binding.source()));
        return sources;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static @Nullable Set<String> without(Set<String> aors, String aor) {
        var rest = new HashSet<>(aors);
        rest.remove(aor);
        return rest.isEmpty() ? null : Set.copyOf(rest);
    }

    /// One REGISTER at work on the bindings of one address-of-record.
    private final class Update {

        private final String aor;
        private final SipRequest request;
        private final RegisterRequest asked;
        private final SipSource source;
        private final Instant now = clock.instant();
        private boolean outOfOrder;

        Update(String aor, SipRequest request, RegisterRequest asked, SipSource source) {
            this.aor = aor;
            this.request = request;
            this.asked = asked;
            this.source = source;
        }

        SipReply run() {
            if (asked.contacts().isEmpty() && !asked.all()) {
                return granted(bindings(aor));
            }
            var after = new ArrayList<ContactBinding>();
            bindings.compute(aor, (name, before) -> {
                List<ContactBinding> old = before == null ? List.of() : before;
                List<ContactBinding> next = asked.all() ? emptied(old) : changed(live(old, now));
                if (outOfOrder) {
                    return before;
                }
                after.addAll(next);
                return replaced(name, old, next);
            });
            if (outOfOrder) {
                return SipReply.of(500, "Registration Out Of Order").with("Retry-After", "1");
            }
            changes.changed(aor);
            return granted(after);
        }

        private List<ContactBinding> emptied(List<ContactBinding> old) {
            outOfOrder = live(old, now).stream().anyMatch(this::isNewer);
            return List.of();
        }

        /// RFC 3261 §10.3 step 7: within one Call-ID only a higher CSeq may change a binding.
        private boolean isNewer(ContactBinding binding) {
            return binding.callId().equals(asked.callId()) && binding.cseq() >= asked.cseq();
        }

        private List<ContactBinding> changed(List<ContactBinding> old) {
            var next = new ArrayList<>(old);
            for (AskedContact contact : asked.contacts()) {
                List<ContactBinding> same = next.stream().filter(contact::isOf).toList();
                if (same.stream().filter(old::contains).anyMatch(this::isNewer)) {
                    outOfOrder = true;
                    return old;
                }
                next.removeAll(same);
                long seconds = Math.min(seconds(asked, contact), rules.longest().toSeconds());
                if (seconds > 0) {
                    next.add(binding(contact, seconds, same));
                }
            }
            // The longest unheard of make room: a phone that comes back on another port must not be locked out.
            while (next.size() > rules.mostContacts()) {
                next.removeFirst();
            }
            return next;
        }

        private ContactBinding binding(AskedContact contact, long seconds, List<ContactBinding> same) {
            return new ContactBinding(
                    contact.uri(),
                    contact.priority(),
                    asked.callId(),
                    asked.cseq(),
                    now.plusSeconds(seconds),
                    same.stream()
                            .map(ContactBinding::since)
                            .min(Comparator.naturalOrder())
                            .orElse(now),
                    listening(contact.uri()),
                    asked.direct(),
                    asked.path(),
                    contact.instance(),
                    asked.userAgent());
        }

        /// A phone that sends datagrams from one port and listens on another does not ask to be answered where it sent
        /// from (RFC 3581). At its own address it may name the port.
        private SipSource listening(SipUri contact) {
            boolean elsewhere = asked.direct() && source.transport() == Transport.UDP && !asksForSourcePort();
            return elsewhere
                    ? contact.placeAt(source)
                            .map(place -> new SipSource(Transport.UDP, place))
                            .orElse(source)
                    : source;
        }

        private boolean asksForSourcePort() {
            return request.headers("Via").stream()
                    .findFirst()
                    .map(Via::parse)
                    .filter(Via::wantsSourcePort)
                    .isPresent();
        }

        private SipReply granted(List<ContactBinding> all) {
            var reply = SipReply.of(200, "OK");
            for (ContactBinding binding : all) {
                reply = reply.with("Contact", written(binding));
            }
            for (String hop : asked.path()) {
                reply = reply.with("Path", hop);
            }
            if (asked.contacts().stream()
                            .anyMatch(contact -> !contact.instance().isEmpty())
                    && speaksOutbound()) {
                reply = reply.with("Require", "outbound");
            }
            return reply.with("Supported", "path, outbound").with("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        }

        /// RFC 5626 §6: only where we hold the flow ourselves.
        private boolean speaksOutbound() {
            return asked.direct()
                    && request.headers("Supported").stream().anyMatch(tag -> tag.equalsIgnoreCase("outbound"));
        }

        private String written(ContactBinding binding) {
            long left = Math.max(1, Duration.between(now, binding.until()).toSeconds());
            var out = new StringBuilder("<").append(binding.contact()).append('>');
            out.append(";q=").append(String.format(Locale.ROOT, "%.3f", binding.priority() / 1000.0));
            if (!binding.instance().isEmpty()) {
                int blank = binding.instance().lastIndexOf(' ');
                out.append(";+sip.instance=\"")
                        .append(binding.instance(), 0, blank)
                        .append("\";reg-id=")
                        .append(
                                binding.instance(),
                                blank + 1,
                                binding.instance().length());
            }
            return out.append(";expires=").append(left).toString();
        }
    }
}
