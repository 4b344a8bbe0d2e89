package org.hotline400.server.outbound.internal;

import java.util.Optional;
import org.hotline400.server.outbound.OutboundExchange;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse.Refusal;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.hotline400.server.outbound.OutboundUrl;

/// Each request is a virtual thread; its deadline holds whatever this thread is stuck in, because nobody waits
/// for it. As long as it is stuck it holds its connection, so that the bounds are true.
public final class ApacheHttp implements OutboundHttp, AutoCloseable {
    private static final Lane.Bounds LIVE = new Lane.Bounds(50, 500);
    private static final Lane.Bounds BACKGROUND = new Lane.Bounds(8, 128);

    private final CheckedNames names;
    private final Lane live;
    private final Lane background;

    ApacheHttp(NameService service, AddressPolicy policy) {
        this(service, policy, LIVE, BACKGROUND);
    }

    ApacheHttp(NameService service, AddressPolicy policy, Lane.Bounds live, Lane.Bounds background) {
        this.names = new CheckedNames(service, policy);
        this.live = new Lane(names, live);
        this.background = new Lane(names, background);
    }

    @Override
    public OutboundExchange begin(OutboundRequest request) {
        var work = new Work(lane(request), request);
        var exchange = new OutboundExchange(request.terms().deadline(), work::abort);
        Thread.ofVirtual().name("outbound").start(() -> exchange.end(work.run()));
        return exchange;
    }

    private Lane lane(OutboundRequest request) {
        return switch (request.terms().urgency()) {
            case LIVE -> live;
            case BACKGROUND -> background;
        };
    }

    @Override
    public Optional<Refused> refusal(OutboundUrl url) {
        return names.objection(url.host()).map(why -> new Refused(Refusal.ADDRESS_NOT_ALLOWED, why));
    }

    @Override
    public void close() {
        live.close();
        background.close();
    }
}
