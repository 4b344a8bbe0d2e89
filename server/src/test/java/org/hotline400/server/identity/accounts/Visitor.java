package org.hotline400.server.identity.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.testing.Api;

/// Somebody at a browser: it keeps cookies, and our page in it proves that a request is its own.
final class Visitor {
    private final Api.Client client;
    private final String address;
    private final Map<String, String> cookies = new HashMap<>();

    private Visitor(Api api, String address) {
        this.client = api.withoutKey();
        this.address = address;
    }

    /// Somebody who comes from an address of his own, behind our proxy.
    static Visitor of(Api api) {
        var random = UUID.randomUUID().toString();
        return new Visitor(api, "2001:db8:%s:%s::7".formatted(random.substring(0, 4), random.substring(4, 8)));
    }

    Api.Answer get(String path) {
        return send("GET", path, "", true);
    }

    Api.Answer post(String path, String json) {
        return send("POST", path, json, true);
    }

    Api.Answer send(String method, String path, String json) {
        return send(method, path, json, true);
    }

    /// As a page of another site makes the browser do it.
    Api.Answer fromElsewhere(String method, String path, String json) {
        return send(method, path, json, false);
    }

    Api.Answer signIn(String mail, String password) {
        return post("/api/v1/session", "{\"mail\":\"%s\",\"password\":\"%s\"}".formatted(mail, password));
    }

    Api.Answer signIn(String mail, String password, String code) {
        return post(
                "/api/v1/session",
                "{\"mail\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(mail, password, code));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    private Api.Answer send(String method, String path, String json, boolean ours) {
        var headers = new ArrayList<>(List.of("X-Forwarded-For", address, "User-Agent", "A browser"));
        if (!cookies.isEmpty()) {
            headers.addAll(List.of(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }
        if (ours && cookies.containsKey("hotline-csrf")) {
            headers.addAll(List.of("X-CSRF-Token", cookie("hotline-csrf")));
        }
        var answer = client.send(method, path, json, headers.toArray(String[]::new));
        answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
