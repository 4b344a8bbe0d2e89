package org.hotline400.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads `Authorization: Bearer h4_…` (RFC 6750 §2.1) and makes the request its caller's.
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final ProblemWriter problems;

    BearerFilter(ApiKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            token(request)
                    .flatMap(keys::authenticate)
                    .ifPresent(caller ->
                            SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller)));
        } catch (DataAccessException | TransactionException e) {
            problems.write(Problem.DATABASE_AWAY, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
