package org.hotline400.server.identity.internal;

import java.util.List;
import org.hotline400.server.identity.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A caller as Spring Security carries it through a request.
final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }
}
