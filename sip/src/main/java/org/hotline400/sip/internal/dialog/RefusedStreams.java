package org.hotline400.sip.internal.dialog;

/// The answer that refuses every stream of an offer (RFC 3264 §6): each m-line again, with port 0.
final class RefusedStreams {

    private static final String HEAD = "v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n";

    private RefusedStreams() {}

    static String of(String offer) {
        var out = new StringBuilder(HEAD);
        offer.lines().filter(line -> line.startsWith("m=")).forEach(line -> {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3) {
                out.append(parts[0]).append(" 0 ").append(parts[2]).append("\r\n");
            }
        });
        return out.toString();
    }
}
