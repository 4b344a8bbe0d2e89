package org.hotline400.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.AuditTrail;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Writes down who asks to see what belongs to a person, before it is shown: what cannot be written down is not shown
/// (503). When the request is refused after that, a second entry says so.
class LooksInterceptor implements HandlerInterceptor {
    private final AuditTrail trail;
    private final AuditBacklog backlog;
    private final DatabaseHealth database;

    LooksInterceptor(AuditTrail trail, AuditBacklog backlog, DatabaseHealth database) {
        this.trail = trail;
        this.backlog = backlog;
        this.database = database;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        revealed(handler)
                .ifPresent(what -> caller().filter(caller -> isShown(what, caller))
                        .ifPresent(caller -> {
                            if (!database.isUp()) {
                                throw new ProblemException(Problem.DATABASE_AWAY);
                            }
                            trail.note(RequestEntry.of(
                                    caller, request, "asks for " + what + RequestEntry.tenant(request)));
                        }));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() >= 400) {
            revealed(handler)
                    .flatMap(what -> caller().filter(caller -> isShown(what, caller)))
                    .ifPresent(caller -> backlog.note(
                            RequestEntry.of(caller, request, RequestEntry.outcome(request, response.getStatus()))));
        }
    }

    private static Optional<String> revealed(Object handler) {
        return handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Reveals.class)).map(Reveals::value)
                : Optional.empty();
    }

    /// Who may not see numbers in the clear is shown masked ones.
    private static boolean isShown(String what, Caller caller) {
        return !what.equals(Reveals.CLEAR_NUMBERS) || caller.may(Scope.read(Reveals.CLEAR_NUMBERS));
    }

    private static Optional<Caller> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }
}
