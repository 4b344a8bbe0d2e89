package org.hotline400.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Writes down each request that may change something, once its outcome is known and before its sender learns it: no
/// answer without its entry. Requests of strangers are not written, they have no trail to be in.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AuditingFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Problem FULL = new Problem(
            503,
            "audit.away",
            "What was done cannot be written into the audit trail now; look whether it was done, then try again.",
            "暂时无法写入审计日志；请先确认操作是否已生效，再重试。");

    private final AuditBacklog backlog;
    private final ProblemWriter problems;

    AuditingFilter(AuditBacklog backlog, ProblemWriter problems) {
        this.backlog = backlog;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (caller() instanceof Caller caller) {
            var held = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, held);
            if (backlog.note(RequestEntry.of(caller, request, RequestEntry.outcome(request, held.getStatus())))) {
                held.copyBodyToResponse();
            } else {
                held.reset();
                problems.write(FULL, request, response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /// Taken before the request is worked on: afterwards it may have ended its own session.
    private static @org.jspecify.annotations.Nullable Object caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
