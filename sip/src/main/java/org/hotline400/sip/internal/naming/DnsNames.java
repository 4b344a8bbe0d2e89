package org.hotline400.sip.internal.naming;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline400.sip.SipDns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;

/// Asks name servers, and the machine's hosts file before them. Answers are kept for their TTL, at most an hour; that
/// there is none (RFC 2308) for a minute.
public final class DnsNames implements Names {

    private static final Logger LOG = LoggerFactory.getLogger(DnsNames.class);

    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_KEPT_SECONDS = 3600;
    private static final int LONGEST_ABSENCE_SECONDS = 60;

    /// Names that no server is asked about (RFC 6761 §6.3, §6.4); `.invalid` stands in the Contact of browsers
    /// (RFC 7118 §5).
    private static final Map<String, List<InetAddress>> SPECIAL = special();

    private final Executor loop;
    private final LookupSession session;
    private final Duration timeout;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    /// @param loop runs what hears the answers
    public DnsNames(SipDns settings, Executor loop) {
        this.loop = loop;
        this.timeout = settings.timeout();
        var cache = new Cache();
        cache.setMaxEntries(MOST_KEPT);
        cache.setMaxCache(LONGEST_KEPT_SECONDS);
        cache.setMaxNCache(LONGEST_ABSENCE_SECONDS);
        this.session = LookupSession.builder()
                .resolver(resolver(settings))
                .cache(cache)
                .defaultHostsFileParser()
                .build();
    }

    private static Map<String, List<InetAddress>> special() {
        try {
            return Map.of(
                    "localhost", List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
                    "invalid", List.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("loopback has an address", e);
        }
    }

    private static Resolver resolver(SipDns settings) {
        List<InetSocketAddress> servers =
                settings.servers().isEmpty() ? ResolverConfig.getCurrentConfig().servers() : settings.servers();
        var each = servers.stream()
                .map(server -> resolver(server, settings.timeout()))
                .toList();
        var all = new ExtendedResolver(each);
        all.setTimeout(settings.timeout());
        return all;
    }

    /// Half the time for one try: a lost datagram leaves time for another.
    private static Resolver resolver(InetSocketAddress server, Duration timeout) {
        var one = new SimpleResolver(server);
        one.setTimeout(timeout.dividedBy(2));
        return one;
    }

    @Override
    public void addresses(String host, Consumer<List<InetAddress>> found) {
        String lower = withoutDot(host).toLowerCase(Locale.ROOT);
        List<InetAddress> special = SPECIAL.get(lower.substring(lower.lastIndexOf('.') + 1));
        if (special != null) {
            found.accept(special);
            return;
        }
        ask(
                host,
                name -> question(name, Type.A).thenCombine(question(name, Type.AAAA), DnsNames::joined),
                records -> found.accept(records.flatMap(DnsNames::address).toList()));
    }

    private static Stream<InetAddress> address(Record record) {
        return switch (record) {
            case ARecord four -> Stream.of(four.getAddress());
            case AAAARecord six -> Stream.of(six.getAddress());
            default -> Stream.empty();
        };
    }

    private static Stream<Record> joined(List<Record> one, List<Record> other) {
        return Stream.concat(one.stream(), other.stream());
    }

    @Override
    public void services(String service, Consumer<List<Service>> found) {
        if (SPECIAL.containsKey(service.substring(service.lastIndexOf('.') + 1))) {
            found.accept(List.of());
            return;
        }
        ask(
                service,
                name -> question(name, Type.SRV).thenApply(List::stream),
                records -> found.accept(records.flatMap(DnsNames::service).toList()));
    }

    private static Stream<Service> service(Record record) {
        return record instanceof SRVRecord srv
                ? Stream.of(new Service(
                        srv.getPriority(),
                        srv.getWeight(),
                        srv.getPort(),
                        withoutDot(srv.getTarget().toString())))
                : Stream.empty();
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @FunctionalInterface
    private interface Question {
        CompletableFuture<Stream<Record>> about(Name name);
    }

    /// Asks on a thread of its own, as the hosts file may be read again, and answers on the loop, whatever happens.
    private void ask(String text, Question question, Consumer<Stream<Record>> answered) {
        Name name;
        try {
            name = Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            answered.accept(Stream.empty());
            return;
        }
        if (!free.tryAcquire()) {
            LOG.debug("{} is not looked up: too many questions at once", text);
            answered.accept(Stream.empty());
            return;
        }
        Thread.ofVirtual().name("sip-name-" + text).start(() -> {
            Stream<Record> records;
            try {
                records = question.about(name)
                        .completeOnTimeout(Stream.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (RuntimeException e) {
                LOG.warn("{} could not be looked up", text, e);
                records = Stream.empty();
            } finally {
                free.release();
            }
            Stream<Record> answer = records;
            answer(() -> answered.accept(answer));
        });
    }

    private CompletableFuture<List<Record>> question(Name name, int type) {
        return session.lookupAsync(name, type)
                .thenApply(result -> List.copyOf(result.getRecords()))
                .exceptionally(failure -> {
                    LOG.debug("No {} of {}: {}", Type.string(type), name, failure.toString());
                    return List.of();
                })
                .toCompletableFuture();
    }

    private void answer(Runnable result) {
        try {
            loop.execute(result);
        } catch (RejectedExecutionException e) {
            // The stack has closed meanwhile, or cannot keep up: whoever waits ends it after 64·T1.
        }
    }
}
