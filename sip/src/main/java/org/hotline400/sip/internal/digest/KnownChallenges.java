package org.hotline400.sip.internal.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;

/// The challenges that peers have made, by Call-ID: a registration's next REGISTER and a dialog's next request answer
/// them ahead, with a growing count, instead of being challenged each time (RFC 3261 §22.2, RFC 7616 §3.4).
///
/// On the loop's thread. Bounded: a Call-ID that is forgotten is challenged once more.
public final class KnownChallenges {

    private static final int MOST_CALLS = 20_000;
    /// A server and the proxies before it; a peer that names more makes us compute for nothing.
    private static final int MOST_REALMS = 4;

    private final Map<String, List<Known>> byCall = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Known>> eldest) {
            return size() > MOST_CALLS;
        }
    };

    private static final class Known {

        private final boolean proxy;
        private final DigestClient.Challenge challenge;
        private int count;

        Known(boolean proxy, DigestClient.Challenge challenge) {
            this.proxy = proxy;
            this.challenge = challenge;
        }

        /// Whether another challenge takes its place: that of the same realm.
        boolean isOf(boolean otherProxy, String realm) {
            return proxy == otherProxy && challenge.realm().equals(realm);
        }
    }

    /// Learns from a 401 or 407. One response may hold challenges of a server and of proxies, of several realms
    /// (RFC 3261 §22.3).
    ///
    /// @param answered realms answered before in this attempt: their passwords are wrong, unless only the nonce was
    ///     old; those answered now are added
    /// @return false when it makes no sense to try again
    public boolean learn(String callId, WireResponse response, Set<String> answered) {
        boolean learned = false;
        for (HeaderId header : List.of(HeaderId.WWW_AUTHENTICATE, HeaderId.PROXY_AUTHENTICATE)) {
            boolean proxy = header == HeaderId.PROXY_AUTHENTICATE;
            for (DigestClient.Challenge challenge : DigestClient.best(response.all(header))) {
                boolean again = !answered.add((proxy ? "proxy " : "server ") + challenge.realm());
                if (again && !challenge.isStale()) {
                    return false;
                }
                learned |= put(callId, new Known(proxy, challenge));
            }
        }
        return learned;
    }

    private boolean put(String callId, Known known) {
        List<Known> all = byCall.computeIfAbsent(callId, id -> new ArrayList<>(1));
        all.removeIf(old -> old.isOf(known.proxy, known.challenge.realm()));
        return all.size() < MOST_REALMS && all.add(known);
    }

    /// The credentials of the next request of this call; none where nobody has challenged.
    ///
    /// @param clientNonce gives fresh and random ones
    public List<SipHeader> credentials(
            String callId, Optional<SipAccount> account, String method, String uri, Supplier<String> clientNonce) {
        List<Known> all = account.isEmpty() ? null : byCall.get(callId);
        if (all == null) {
            return List.of();
        }
        var headers = new ArrayList<SipHeader>(all.size());
        for (Known known : all) {
            known.count++;
            var name = known.proxy ? HeaderId.PROXY_AUTHORIZATION : HeaderId.AUTHORIZATION;
            headers.add(new SipHeader(
                    name.wireName(),
                    DigestClient.credentials(
                            known.challenge,
                            account.get(),
                            new DigestClient.Use(method, uri, clientNonce.get(), known.count))));
        }
        return headers;
    }
}
