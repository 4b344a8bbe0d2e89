package org.hotline400.server.identity.internal;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Tells requests by method and path.
final class Routes {
    private Routes() {}

    static RequestMatcher of(HttpMethod method, List<String> paths) {
        return new OrRequestMatcher(paths.stream()
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(method, path))
                .toList());
    }
}
