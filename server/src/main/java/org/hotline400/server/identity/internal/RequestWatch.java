package org.hotline400.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.CallerWatch;
import org.hotline400.server.identity.accounts.Sessions;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Recognises a request anew, as the filters did when it came. Nobody can be recognised while the
/// database is away and he was not seen lately: then he is not watched any more, and comes again.
@Component
class RequestWatch implements CallerWatch {
    private final ApiKeys keys;
    private final Sessions sessions;

    RequestWatch(ApiKeys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Optional<Caller> now(HttpServletRequest request) {
        try {
            return BearerFilter.token(request)
                    .map(keys::authenticate)
                    .orElseGet(() -> SessionCookies.secret(request).flatMap(sessions::recognise));
        } catch (DataAccessException | TransactionException _) {
            return Optional.empty();
        }
    }
}
