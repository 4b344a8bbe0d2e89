package org.hotline400.server.outbound;

import java.util.Optional;

/// Asks addresses that customers name.
public interface OutboundHttp {

    /// Begins a request and returns at once.
    OutboundExchange begin(OutboundRequest request);

    /// Sends a request and waits for its end, at most its deadline. An interrupt cancels it.
    default OutboundResponse send(OutboundRequest request) {
        return begin(request).await();
    }

    /// Why an address would be refused, as far as it says without asking the name service: for checks of what
    /// customers write down. An address that passes here is checked again, with all that its name leads to,
    /// when it is asked.
    Optional<OutboundResponse.Refused> refusal(OutboundUrl url);
}
