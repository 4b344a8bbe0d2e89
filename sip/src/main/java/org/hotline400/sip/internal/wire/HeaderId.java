package org.hotline400.sip.internal.wire;

/// The header fields the stack itself reads, and all that have a compact form or are lists (RFC 3261 §7.3.3, §20).
public enum HeaderId {
    VIA("Via", 'v', true),
    FROM("From", 'f', false),
    TO("To", 't', false),
    CALL_ID("Call-ID", 'i', false),
    CSEQ("CSeq", '\0', false),
    MAX_FORWARDS("Max-Forwards", '\0', false),
    CONTACT("Contact", 'm', true),
    CONTENT_LENGTH("Content-Length", 'l', false),
    CONTENT_TYPE("Content-Type", 'c', false),
    CONTENT_ENCODING("Content-Encoding", 'e', true),
    ROUTE("Route", '\0', true),
    RECORD_ROUTE("Record-Route", '\0', true),
    REQUIRE("Require", '\0', true),
    PROXY_REQUIRE("Proxy-Require", '\0', true),
    SUPPORTED("Supported", 'k', true),
    ALLOW("Allow", '\0', true),
    ACCEPT("Accept", '\0', true),
    REASON("Reason", '\0', true),
    RETRY_AFTER("Retry-After", '\0', false),
    AUTHORIZATION("Authorization", '\0', false),
    PROXY_AUTHORIZATION("Proxy-Authorization", '\0', false),
    WWW_AUTHENTICATE("WWW-Authenticate", '\0', false),
    PROXY_AUTHENTICATE("Proxy-Authenticate", '\0', false),
    DIVERSION("Diversion", '\0', true),
    HISTORY_INFO("History-Info", '\0', true),
    P_ASSERTED_IDENTITY("P-Asserted-Identity", '\0', true),
    PATH("Path", '\0', true),
    SERVICE_ROUTE("Service-Route", '\0', true),
    UNSUPPORTED("Unsupported", '\0', true),
    WARNING("Warning", '\0', true),
    CALL_INFO("Call-Info", '\0', true),
    ALERT_INFO("Alert-Info", '\0', true),
    ALLOW_EVENTS("Allow-Events", 'u', true),
    SUBJECT("Subject", 's', false),
    REFER_TO("Refer-To", 'r', false),
    REFERRED_BY("Referred-By", 'b', false),
    EVENT("Event", 'o', false),
    SESSION_EXPIRES("Session-Expires", 'x', false),
    ACCEPT_ENCODING("Accept-Encoding", '\0', true),
    ACCEPT_LANGUAGE("Accept-Language", '\0', true),
    CONTENT_LANGUAGE("Content-Language", '\0', true),
    ERROR_INFO("Error-Info", '\0', true),
    IN_REPLY_TO("In-Reply-To", '\0', true),
    P_PREFERRED_IDENTITY("P-Preferred-Identity", '\0', true),
    P_ASSOCIATED_URI("P-Associated-URI", '\0', true),
    ACCEPT_CONTACT("Accept-Contact", 'a', true),
    REJECT_CONTACT("Reject-Contact", 'j', true),
    REQUEST_DISPOSITION("Request-Disposition", 'd', true),
    IDENTITY("Identity", 'y', true),
    OTHER("", '\0', false);

    private static final HeaderId[][] BY_LETTER = byLetter();
    private static final HeaderId[] COMPACT = compact();

    private final String wireName;
    private final char compactName;
    private final boolean list;

    HeaderId(String wireName, char compactName, boolean list) {
        this.wireName = wireName;
        this.compactName = compactName;
        this.list = list;
    }

    /// The long form as written.
    public String wireName() {
        return wireName;
    }

    /// Whether several values may share one line, separated by commas.
    boolean list() {
        return list;
    }

    private static HeaderId[][] byLetter() {
        var table = new HeaderId[26][];
        for (char letter = 'a'; letter <= 'z'; letter++) {
            char wanted = letter;
            table[letter - 'a'] = java.util.Arrays.stream(values())
                    .filter(id -> id != OTHER && Character.toLowerCase(id.wireName.charAt(0)) == wanted)
                    .toArray(HeaderId[]::new);
        }
        return table;
    }

    private static HeaderId[] compact() {
        var table = new HeaderId[26];
        java.util.Arrays.fill(table, OTHER);
        for (HeaderId id : values()) {
            if (id.compactName != '\0') {
                table[id.compactName - 'a'] = id;
            }
        }
        return table;
    }

    static HeaderId of(byte[] bytes, int start, int end) {
        int letter = (bytes[start] | 0x20) - 'a';
        if (letter < 0 || letter >= 26) {
            return OTHER;
        }
        if (end - start == 1) {
            return COMPACT[letter];
        }
        for (HeaderId id : BY_LETTER[letter]) {
            if (Ascii.equalsIgnoringCase(bytes, start, end, id.wireName)) {
                return id;
            }
        }
        return OTHER;
    }

    static HeaderId of(String name) {
        byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return bytes.length == 0 ? OTHER : of(bytes, 0, bytes.length);
    }
}
