package org.hotline400.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.OpenRoutes;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds how often one address tries to be let in, and how many mails it has us send. The address is told
/// as by [VisitorGate].
final class StrangerGate extends OncePerRequestFilter {
    private static final RequestMatcher ATTEMPTS = Routes.of(HttpMethod.POST, OpenRoutes.ATTEMPTS);
    private static final RequestMatcher NOTICES = Routes.of(HttpMethod.POST, OpenRoutes.NOTICES);
    /// Of one address a second: providers have few, and a signature costs some 50 µs to check.
    private static final int NOTICE_RATE = 50;
    private static final int NOTICE_BURST = 500;
    private static final RequestMatcher MAILS = Routes.of(HttpMethod.POST, OpenRoutes.MAILS);

    private final TokenBuckets<VisitorAddress> attempts;
    private final TokenBuckets<VisitorAddress> mails;
    private final TokenBuckets<VisitorAddress> notices;
    private final ProblemWriter problems;

    StrangerGate(AccountSettings bounds, LongSupplier nanos, ProblemWriter problems) {
        this.attempts = buckets(bounds.attemptsPerMinute(), Duration.ofMinutes(1), nanos);
        this.mails = buckets(bounds.mailsPerHour(), Duration.ofHours(1), nanos);
        this.notices = new TokenBuckets<>(NOTICE_RATE, NOTICE_BURST, nanos);
        this.problems = problems;
    }

    private static TokenBuckets<VisitorAddress> buckets(int most, Duration time, LongSupplier nanos) {
        return new TokenBuckets<>(most / (double) time.toSeconds(), most, nanos);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = take(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
            problems.write(Problem.TOO_MANY_REQUESTS, request, response);
        }
    }

    private Duration take(HttpServletRequest request) {
        if (ATTEMPTS.matches(request)) {
            return attempts.take(VisitorAddress.of(request.getRemoteAddr()));
        }
        if (NOTICES.matches(request)) {
            return notices.take(VisitorAddress.of(request.getRemoteAddr()));
        }
        return MAILS.matches(request) ? mails.take(VisitorAddress.of(request.getRemoteAddr())) : Duration.ZERO;
    }
}
