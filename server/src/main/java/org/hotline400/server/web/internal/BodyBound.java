package org.hotline400.server.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses large bodies before they are read. Multipart uploads have their own bound
/// (`spring.servlet.multipart`), audio, pictures, documents and tables (CSV) are bounded by whoever reads
/// them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyBound extends OncePerRequestFilter {
    /// Bytes. Call plans, the largest bodies, stay far below.
    private static final long MOST = 2_000_000;

    private static final List<String> UPLOADS =
            List.of("multipart/", "audio/", "image/", "application/pdf", "application/octet-stream", "text/csv");

    private final ProblemWriter problems;

    BodyBound(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > MOST || isChunked(request)) {
            problems.write(Problem.TOO_LARGE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// A body of unknown length has no bound; clients of a JSON API know the length.
    private static boolean isChunked(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && UPLOADS.stream().anyMatch(type::startsWith);
    }
}
