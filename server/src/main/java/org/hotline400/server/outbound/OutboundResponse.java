package org.hotline400.server.outbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of a request.
public sealed interface OutboundResponse {

    /// The far side answered, whatever it said.
    ///
    /// @param headers names in small letters
    /// @param body as UTF-8; cut where the request keeps only its beginning
    /// @param complete false when it was cut
    record Answered(int status, Map<String, List<String>> headers, String body, boolean complete)
            implements OutboundResponse {
        public Answered {
            headers = headers.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        }

        public static Answered of(int status, Map<String, List<String>> headers, byte[] body, boolean complete) {
            return new Answered(status, headers, new String(body, StandardCharsets.UTF_8), complete);
        }

        /// The first header of this name.
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /// Not sent: the address, or one that it redirected to, must not be asked. Another try does not help.
    ///
    /// @param message for whoever named the address, in English
    record Refused(Refusal code, String message) implements OutboundResponse {}

    /// Sent or tried, without an answer that can be used.
    ///
    /// @param message for whoever named the address, in English
    record Failed(Failure code, String message) implements OutboundResponse {}

    enum Refusal {
        /// Private, loopback, link-local or otherwise not of the public Internet.
        ADDRESS_NOT_ALLOWED,
        /// A redirect led to no address, or from https to http.
        REDIRECT_NOT_ALLOWED;

        /// The text code: `address-not-allowed`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum Failure {
        TIMEOUT,
        NAME_UNKNOWN,
        CONNECT,
        TLS,
        /// The body, the headers or their number.
        TOO_LARGE,
        /// What came is no HTTP.
        PROTOCOL,
        /// The connection ended before the answer did.
        BROKEN,
        /// As many requests as may be are under way to this host, or in all.
        BUSY,
        CANCELLED;

        /// The text code: `name-unknown`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
