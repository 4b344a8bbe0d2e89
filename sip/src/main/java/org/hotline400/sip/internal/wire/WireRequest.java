package org.hotline400.sip.internal.wire;

import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipUri;
import org.jspecify.annotations.Nullable;

/// A request on the wire.
public final class WireRequest extends WireMessage implements SipRequest {

    private final String method;
    private final String target;
    private @Nullable SipUri uri;

    WireRequest(byte[] bytes, HeaderIndex index, int bodyStart, String method, String target) {
        super(bytes, index, bodyStart);
        this.method = method;
        this.target = target;
    }

    @Override
    public String method() {
        return method;
    }

    /// The Request-URI as written, unread.
    public String target() {
        return target;
    }

    @Override
    public SipUri uri() {
        SipUri known = uri;
        if (known == null) {
            known = SipUri.parse(target);
            uri = known;
        }
        return known;
    }
}
