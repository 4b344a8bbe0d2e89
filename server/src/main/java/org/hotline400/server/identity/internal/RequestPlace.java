package org.hotline400.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// From where a request comes, for the audit trail: its address, behind a trusted proxy the browser's, and the
/// beginning of what it calls itself.
public final class RequestPlace {
    private static final int LONGEST_AGENT = 80;

    private RequestPlace() {}

    /// Of the request that this thread works for; empty when it works for none.
    public static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : "";
    }

    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .map(agent -> agent.substring(0, Math.min(LONGEST_AGENT, agent.length())))
                .map(agent -> request.getRemoteAddr() + " " + agent)
                .orElseGet(request::getRemoteAddr);
    }
}
