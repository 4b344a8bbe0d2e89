package org.hotline400.server.identity;

import java.util.List;
import java.util.stream.Stream;

/// Everything under `/api` that answers without a key or a session. All else wants one; a test holds this
/// list against the description of the API.
public final class OpenRoutes {
    /// For programs that look at the platform itself.
    public static final List<String> PLATFORM = List.of("/api/openapi.json", "/api/health");

    /// For visitors who look for a number, a package or a carrier, by GET: shows what anybody may see, never whose a
    /// number is. Limited by address, and for those who send a key by key (`hotline.numbers.visitor-rate`).
    public static final List<String> VISITORS = List.of(
            "/api/v1/numbers/search",
            "/api/v1/numbers/{number}/offer",
            "/api/v1/number-promotions/running",
            "/api/v1/number-trades",
            "/api/v1/number-classes",
            "/api/v1/number-patterns",
            "/api/v1/tariffs",
            "/api/v1/tariffs/{code}/{version}",
            "/api/v1/carrier-guide",
            "/api/v1/application-rules");

    /// By POST: what shows a secret to be let in. Limited by address
    /// (`hotline.accounts.attempts-per-minute`).
    public static final List<String> ATTEMPTS = List.of(
            "/api/v1/session",
            "/api/v1/sign-ups/{token}",
            "/api/v1/password-resets/{token}",
            "/api/v1/invitations/{token}");

    /// By POST: what sends a mail to whoever is named. Limited by address
    /// (`hotline.accounts.mails-per-hour`).
    public static final List<String> MAILS = List.of("/api/v1/sign-ups", "/api/v1/password-resets");

    private OpenRoutes() {}

    /// By POST: [#ATTEMPTS] and [#MAILS]. Whoever sends a cookie along is a stranger here nevertheless.
    public static List<String> strangers() {
        return Stream.concat(ATTEMPTS.stream(), MAILS.stream()).toList();
    }
}
