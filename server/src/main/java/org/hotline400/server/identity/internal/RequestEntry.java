package org.hotline400.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.audit.AuditEntry;
import org.springframework.web.servlet.HandlerMapping;

/// What the audit trail says of a request: its route and method, the values in its path, how it ended. Never its body.
final class RequestEntry {
    /// Where [ProblemNote] leaves the code of a refusal.
    static final String PROBLEM = RequestEntry.class.getName() + ".problem";

    /// What is no route of ours is looked for among the files that the jar might serve.
    private static final String NO_ROUTE = "/**";

    private RequestEntry() {}

    static AuditEntry of(Caller caller, HttpServletRequest request, String detail) {
        var route = attribute(request, HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                .filter(pattern -> !pattern.equals(NO_ROUTE));
        return new AuditEntry(
                caller.tenant(),
                caller.principal(),
                caller.name(),
                route.orElse("no route") + " " + request.getMethod(),
                route.isPresent() ? subject(request) : request.getRequestURI(),
                detail,
                RequestPlace.of(request));
    }

    /// `201`, `404 numbers.unknown`; and for whom the operator acted, when he said so.
    static String outcome(HttpServletRequest request, int status) {
        var problem = attribute(request, PROBLEM).map(code -> " " + code).orElse("");
        return status + problem + tenant(request);
    }

    static String tenant(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("tenant"))
                .map(id -> " tenant=" + id)
                .orElse("");
    }

    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values
                ? values.values().stream().map(String::valueOf).collect(Collectors.joining("/"))
                : "";
    }

    private static Optional<String> attribute(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getAttribute(name)).map(String::valueOf);
    }
}
