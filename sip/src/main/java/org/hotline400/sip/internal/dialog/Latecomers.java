package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.transaction.ClientUser;
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
        implements ClientUser {

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
