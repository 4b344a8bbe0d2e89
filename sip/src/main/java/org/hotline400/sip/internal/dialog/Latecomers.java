package org.hotline400.sip.internal.dialog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.transaction.Heir;
import org.hotline400.sip.internal.transaction.HopBytes;
import org.hotline400.sip.internal.wire.WireResponse;

/// Sees to the 2xx responses that come when a call of ours has its answer already (RFC 3261 §13.2.2.4). It
/// knows no more than that takes: at thousands of calls a second the transactions of calls long over are most
/// of what is remembered.
///
/// @param host,port whom we called
/// @param nextHop where the INVITE went, when that was chosen and not looked up
/// @param credentials those of the INVITE
record Latecomers(
        Answers answers,
        String host,
        int port,
        Optional<SipHop> nextHop,
        Optional<SipAccount> account,
        List<SipHeader> credentials)
        implements Heir {
    /// Of those written, the ones before the acknowledgement's.
    private static final int PARTS = 3;

    /// One that [#written] wrote.
    static Latecomers read(Endpoint endpoint, List<byte[]> written) {
        return new Latecomers(
                Answers.read(endpoint, written.subList(PARTS, written.size())),
                new String(written.get(0), StandardCharsets.UTF_8),
                Integer.parseInt(new String(written.get(1), StandardCharsets.UTF_8)),
                Optional.of(written.get(2)).filter(bytes -> bytes.length > 0).map(HopBytes::read),
                Optional.empty(),
                List.of());
    }

    /// A connection and secrets are not written.
    @Override
    public Optional<List<byte[]>> written() {
        boolean plain = account.isEmpty() && credentials.isEmpty();
        return nextHop.map(HopBytes::canBe).orElse(true) && plain
                ? answers.written().map(this::with)
                : Optional.empty();
    }

    private List<byte[]> with(List<byte[]> acknowledgement) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(host.getBytes(StandardCharsets.UTF_8));
        parts.add(Integer.toString(port).getBytes(StandardCharsets.UTF_8));
        parts.add(nextHop.map(HopBytes::of).orElse(new byte[0]));
        parts.addAll(acknowledgement);
        return parts;
    }

    @Override
    public void answered(WireResponse response) {
        boolean accepts = response.status() >= 200 && response.status() < 300;
        if (accepts && !answers.settled(response)) {
            decline(response);
        }
    }

    private void decline(WireResponse response) {
        var dialog = Dialog.calling(response, Drafts.pinned(response, host, port, nextHop), account);
        answers.decline(response, dialog, credentials);
    }

    @Override
    public void timedOut() {}

    @Override
    public void unreachable() {}
}
