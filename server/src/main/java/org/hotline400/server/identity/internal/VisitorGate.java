package org.hotline400.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.hotline400.server.identity.OpenRoutes;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds what visitors ask of the routes that are open to them. Whoever sends a valid key is counted by it,
/// and more generously.
///
/// The address is that of the connection, or of the browser behind a proxy on a loopback or private address
/// (`server.forward-headers-strategy`).
final class VisitorGate extends OncePerRequestFilter {
    private static final RequestMatcher VISITORS = Routes.of(HttpMethod.GET, OpenRoutes.VISITORS);

    private final TokenBuckets<VisitorAddress> visitors;
    private final TokenBuckets<UUID> callers;
    private final ProblemWriter problems;

    VisitorGate(HotlineSettings.Numbers bounds, LongSupplier nanos, ProblemWriter problems) {
        this.visitors = new TokenBuckets<>(bounds.visitorRate(), bounds.visitorBurst(), nanos);
        this.callers = new TokenBuckets<>(bounds.keyRate(), bounds.keyBurst(), nanos);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = VISITORS.matches(request) ? take(request) : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
            problems.write(Problem.TOO_MANY_REQUESTS, request, response);
        }
    }

    private Duration take(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? callers.take(known.getPrincipal().principal())
                : visitors.take(VisitorAddress.of(request.getRemoteAddr()));
    }
}
