package org.hotline400.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.OpenRoutes;
import org.hotline400.server.identity.accounts.Sessions;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Makes a request its session's holder's, by the cookie that a browser sends by itself. One that changes
/// something has to prove that a page of ours sent it: the header `X-CSRF-Token` repeats what the cookie
/// `hotline-csrf` says, which pages of other sites cannot read, and which belongs to this very session.
///
/// A request with `Authorization` speaks for itself and acts by no cookie.
final class SessionFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final RequestMatcher STRANGERS = Routes.of(HttpMethod.POST, OpenRoutes.strangers());
    private static final Problem CSRF = new Problem(
            403,
            "session.csrf",
            "Repeat the cookie hotline-csrf in the header X-CSRF-Token.",
            "请在请求头 X-CSRF-Token 中携带 cookie hotline-csrf 的值。");

    private final Sessions sessions;
    private final ProblemWriter problems;

    SessionFilter(Sessions sessions, ProblemWriter problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = actsByCookie(request) ? SessionCookies.secret(request) : Optional.<Secret>empty();
        Optional<Caller> caller;
        try {
            caller = secret.flatMap(sessions::recognise);
        } catch (DataAccessException | TransactionException e) {
            problems.write(Problem.DATABASE_AWAY, request, response);
            return;
        }
        if (caller.isPresent() && !isOurs(request, secret.orElseThrow())) {
            problems.write(CSRF, request, response);
            return;
        }
        caller.ifPresent(one -> SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(one)));
        chain.doFilter(request, response);
    }

    private static boolean actsByCookie(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && !STRANGERS.matches(request);
    }

    private static boolean isOurs(HttpServletRequest request, Secret secret) {
        var shown = request.getHeader(SessionCookies.CSRF_HEADER);
        return READING.contains(request.getMethod())
                || (shown != null
                        && MessageDigest.isEqual(
                                shown.getBytes(StandardCharsets.UTF_8),
                                secret.csrf().getBytes(StandardCharsets.UTF_8)));
    }
}
