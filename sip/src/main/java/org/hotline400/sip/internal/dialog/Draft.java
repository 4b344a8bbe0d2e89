package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.jspecify.annotations.Nullable;

/// A request before it has a branch, a sequence number and a way to go; sent again after a challenge it gets new ones.
///
/// @param uri the Request-URI
/// @param follow the URI of the next hop: the first loose route, else `uri`
/// @param cseq gives the next number of the dialog
/// @param hop where to send it; empty to follow `follow`
/// @param contact whether it carries our Contact
record Draft(
        String method,
        String uri,
        String follow,
        List<String> routes,
        String from,
        String to,
        String callId,
        LongSupplier cseq,
        int maxForwards,
        boolean contact,
        List<SipHeader> headers,
        @Nullable SipBody body,
        Optional<SipAccount> account,
        Optional<SipHop> hop) {

    Draft withHeaders(List<SipHeader> more) {
        return new Draft(
                method, uri, follow, routes, from, to, callId, cseq, maxForwards, contact, more, body, account, hop);
    }
}
