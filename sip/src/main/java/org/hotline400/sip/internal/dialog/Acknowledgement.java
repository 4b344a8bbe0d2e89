package org.hotline400.sip.internal.dialog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.transaction.HopBytes;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.jspecify.annotations.Nullable;

/// The ACK of one 2xx (RFC 3261 §13.2.2.4): written once, sent as often as the 2xx comes. A 2xx that is
/// repeated while the way to the peer is looked up waits for that look-up with the first; after one that found
/// nothing, it asks anew.
final class Acknowledgement {

    private final Endpoint endpoint;
    private final String tag;
    private final @Nullable Acknowledgement before;
    private @Nullable Draft draft;
    private @Nullable SipHop hop;
    private byte[] message = {};
    private boolean lookingUp;

    Acknowledgement(Endpoint endpoint, Draft draft) {
        this(endpoint, "", draft, null);
    }

    /// @param tag of the 2xx
    /// @param before the one of another 2xx to the same INVITE
    Acknowledgement(Endpoint endpoint, String tag, @Nullable Draft draft, @Nullable Acknowledgement before) {
        this.endpoint = endpoint;
        this.tag = tag;
        this.draft = draft;
        this.before = before;
    }

    /// One that [#written] wrote.
    static Acknowledgement read(Endpoint endpoint, List<byte[]> written) {
        String tag = new String(written.get(0), StandardCharsets.UTF_8);
        var acknowledgement = new Acknowledgement(endpoint, tag, null, null);
        acknowledgement.hop = HopBytes.read(written.get(1));
        acknowledgement.message = written.get(2);
        return acknowledgement;
    }

    /// Empty while its way is not known, and when it goes over a connection.
    Optional<List<byte[]>> written() {
        return Optional.ofNullable(hop)
                .filter(HopBytes::canBe)
                .map(way -> List.of(tag.getBytes(StandardCharsets.UTF_8), HopBytes.of(way), message));
    }

    boolean isOf(String theirTag) {
        return tag.equals(theirTag);
    }

    @Nullable
    Acknowledgement before() {
        return before;
    }

    void send() {
        if (hop != null) {
            endpoint.surroundings().outlet().send(hop, message, () -> {});
        } else if (draft != null && !lookingUp) {
            lookingUp = true;
            endpoint.requests().withoutTransaction(draft, this::found);
        }
    }

    private void found(Optional<OutboundRequest> ack) {
        lookingUp = false;
        if (ack.isPresent()) {
            hop = ack.get().hop();
            message = ack.get().bytes();
            draft = null;
            send();
        }
    }
}
