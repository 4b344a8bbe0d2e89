package org.hotline400.server.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.hotline400.server.identity.AccountSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The two cookies of a session: `hotline-session`, which scripts cannot read, and `hotline-csrf`, which a
/// page of ours reads and sends back in a header. Neither is sent with a request that another site begins.
@Component
public class SessionCookies {
    static final String SESSION = "hotline-session";
    static final String CSRF = "hotline-csrf";
    static final String CSRF_HEADER = "X-CSRF-Token";

    private final AccountSettings settings;

    SessionCookies(AccountSettings settings) {
        this.settings = settings;
    }

    /// The secret that a request brings; empty when it brings none.
    public static Optional<Secret> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(SESSION))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(Secret::parse);
    }

    public void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        put(SESSION, secret.text(), settings.sessionAtMost(), request, response);
        put(CSRF, secret.csrf(), settings.sessionAtMost(), request, response);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        put(SESSION, "", Duration.ZERO, request, response);
        put(CSRF, "", Duration.ZERO, request, response);
    }

    private void put(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(name.equals(SESSION))
                .secure(isSecure(request))
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// Browsers keep no secure cookie that came without TLS from another machine: so nobody signs in there.
    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || !(settings.plainCookies() || isThisMachine(request.getRemoteAddr()));
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
