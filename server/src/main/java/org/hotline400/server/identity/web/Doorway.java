package org.hotline400.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.accounts.Browser;
import org.hotline400.server.identity.accounts.NewSession;
import org.hotline400.server.identity.accounts.Sessions;
import org.hotline400.server.identity.internal.SessionCookies;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Where somebody comes in: begins his session and gives his browser its cookies.
@Component
class Doorway {
    private final Sessions sessions;
    private final SessionCookies cookies;

    Doorway(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /// The answer to whoever came in.
    record SignedIn(UserBody user, SessionBody session) {}

    static Browser browser(HttpServletRequest request) {
        var agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT));
        return new Browser(request.getRemoteAddr(), agent.orElse(""));
    }

    SignedIn letIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        return welcome(account, sessions.begin(account, browser(request)), request, response);
    }

    SignedIn welcome(Account account, NewSession begun, HttpServletRequest request, HttpServletResponse response) {
        cookies.set(begun.secret(), request, response);
        return new SignedIn(UserBody.of(account), SessionBody.of(begun.session(), true));
    }

    void letOut(HttpServletRequest request, HttpServletResponse response) {
        cookies.remove(request, response);
    }
}
