package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Makes valid messages (RFC 3261 §25.1), the usual and the odd: all methods, compact and long names in any
/// case, several values a line or a line each, folds, IPv6, escapes, quotes, names in other scripts. The same
/// seed makes the same messages.
public final class MessageMaker {

    static final List<String> METHODS = List.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "OPTIONS",
            "REGISTER",
            "INFO",
            "UPDATE",
            "PRACK",
            "MESSAGE",
            "SUBSCRIBE",
            "NOTIFY",
            "REFER",
            "PUBLISH",
            "FROBNICATE");

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("Via", "v"),
            Map.entry("From", "f"),
            Map.entry("To", "t"),
            Map.entry("Call-ID", "i"),
            Map.entry("Contact", "m"),
            Map.entry("Content-Length", "l"),
            Map.entry("Content-Type", "c"),
            Map.entry("Content-Encoding", "e"),
            Map.entry("Supported", "k"),
            Map.entry("Subject", "s"),
            Map.entry("Allow-Events", "u"),
            Map.entry("Event", "o"),
            Map.entry("Refer-To", "r"),
            Map.entry("Referred-By", "b"),
            Map.entry("Session-Expires", "x"));

    /// Headers with single values to choose from.
    static final Map<String, List<String>> SINGLE = Map.ofEntries(
            Map.entry("Subject", List.of("Tender", "Need more boxes, soon", "400 热线")),
            Map.entry("User-Agent", List.of("Phone/1.2 (build 7)", "Hotline400")),
            Map.entry("Organization", List.of("Boxes by Bob", "某某公司")),
            Map.entry("Priority", List.of("normal", "urgent")),
            Map.entry("Expires", List.of("0", "3600", "2147483647")),
            Map.entry("Date", List.of("Sat, 13 Nov 2010 23:29:00 GMT", "Thu, 01 Jan 2026 00:00:00 GMT")),
            Map.entry("Session-Expires", List.of("1800;refresher=uac", "90")),
            Map.entry("Min-SE", List.of("90", "120;x=y")),
            Map.entry("Event", List.of("dialog;id=7", "presence")),
            Map.entry("MIME-Version", List.of("1.0")),
            Map.entry("X-Own", List.of("anything ;,;\"even, this\"", "a=b; c", "<>")),
            Map.entry("Privacy", List.of("id", "none")));

    /// Headers with lists to choose from.
    static final Map<String, List<String>> LISTS = Map.ofEntries(
            Map.entry("Supported", List.of("100rel", "timer", "replaces", "path")),
            Map.entry("Require", List.of("100rel", "timer")),
            Map.entry("Allow", List.of("INVITE", "ACK", "BYE", "CANCEL", "UPDATE")),
            Map.entry("Accept", List.of("application/sdp", "application/*;q=0.5", "text/plain;charset=utf-8")),
            Map.entry("Accept-Language", List.of("zh-CN", "en;q=0.8")),
            Map.entry("Allow-Events", List.of("dialog", "presence")),
            Map.entry("Reason", List.of("Q.850;cause=16;text=\"Normal, call; clearing\"", "SIP;cause=200")),
            Map.entry(
                    "Warning",
                    List.of("399 host.example \"Miscellaneous, and \\\"quoted\\\"\"", "301 192.0.2.1:5060 \"No\"")),
            Map.entry("Call-Info", List.of("<http://www.example.com/a,b>;purpose=icon", "<sip:a@b>;purpose=info")),
            Map.entry("Alert-Info", List.of("<http://www.example.com/moo.wav>", "<urn:alert:x>;q=1")),
            Map.entry("Error-Info", List.of("<sip:sorry@example.com>")),
            Map.entry("Content-Language", List.of("zh", "en")),
            Map.entry("Unsupported", List.of("foo", "bar")));

    /// Headers of addresses.
    static final List<String> ADDRESSES = List.of(
            "Contact",
            "Route",
            "Record-Route",
            "P-Asserted-Identity",
            "Diversion",
            "History-Info",
            "Path",
            "Service-Route");

    private static final List<String> JAIN_KNOWS_NOT = List.of("X-Own", "Diversion", "History-Info");

    private final Random chance;
    private final int callIds;

    MessageMaker(long seed) {
        this(seed, 0);
    }

    /// @param callIds how many Call-IDs to choose from; 0 for a fresh one each time
    public MessageMaker(long seed, int callIds) {
        this.chance = new Random(seed);
        this.callIds = callIds;
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private String some(String... choices) {
        return pick(List.of(choices));
    }

    /// One whole message.
    public byte[] message() {
        String method = pick(METHODS);
        byte[] body = body();
        var lines = new ArrayList<List<String>>();
        lines.add(lines("Via", several(this::via)));
        lines.add(lines("From", List.of(address("From") + ";tag=" + token())));
        lines.add(lines("To", List.of(address("To") + (oneIn(2) ? ";tag=" + token() : ""))));
        lines.add(lines("Call-ID", List.of(callId())));
        lines.add(lines("CSeq", List.of(chance.nextInt(Integer.MAX_VALUE) + some(" ", "  ", "\t") + method)));
        lines.add(lines("Max-Forwards", List.of(some("70", "0", "255", "0068"))));
        lines.add(lines("Content-Length", List.of(Integer.toString(body.length))));
        if (body.length > 0) {
            lines.add(lines("Content-Type", List.of(some("application/sdp", "text/plain;charset=\"utf-8\""))));
        }
        more(lines);
        Collections.shuffle(lines, chance);
        var head = new StringBuilder(startLine(method)).append("\r\n");
        lines.forEach(group -> group.forEach(line -> head.append(line).append("\r\n")));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    private void more(List<List<String>> lines) {
        SINGLE.keySet().stream()
                .sorted()
                .filter(name -> oneIn(5))
                .forEach(name -> lines.add(lines(name, List.of(pick(SINGLE.get(name))))));
        LISTS.keySet().stream()
                .sorted()
                .filter(name -> oneIn(5))
                .forEach(name -> lines.add(lines(name, different(LISTS.get(name)))));
        ADDRESSES.stream()
                .filter(name -> oneIn(4))
                .forEach(name -> lines.add(lines(name, several(() -> address(name)))));
    }

    private String startLine(String method) {
        return oneIn(4)
                ? "SIP/2.0 " + some("100 Trying", "180 Ringing", "200 OK", "486 忙", "699 ", "404 Not Found, sorry")
                : method + " " + uri(true) + " SIP/2.0";
    }

    private byte[] body() {
        if (oneIn(2)) {
            return new byte[0];
        }
        byte[] body = new byte[chance.nextInt(300)];
        chance.nextBytes(body);
        return body;
    }

    private List<String> several(java.util.function.Supplier<String> one) {
        return IntStream.rangeClosed(0, oneIn(3) ? chance.nextInt(4) : 0)
                .mapToObj(i -> one.get())
                .toList();
    }

    /// One or some of these, none twice: JAIN forgets a value that it has already.
    private List<String> different(List<String> choices) {
        var all = new ArrayList<>(choices);
        Collections.shuffle(all, chance);
        return all.subList(0, 1 + chance.nextInt(all.size()));
    }

    /// Values under one name: on one line or on several, the name short or long and in any case.
    private List<String> lines(String name, List<String> values) {
        if (values.size() > 1 && oneIn(2)) {
            String comma = some(",", ", ", " , ", ",\r\n ", "\t,\t");
            return List.of(written(name) + String.join(comma, values));
        }
        return values.stream().map(value -> written(name) + value).toList();
    }

    private String written(String name) {
        String chosen = oneIn(3) ? COMPACT.getOrDefault(name, name) : name;
        String cased = switch (chance.nextInt(4)) {
            case 0 -> chosen.toUpperCase(Locale.ROOT);
            case 1 -> chosen.toLowerCase(Locale.ROOT);
            default -> chosen;
        };
        // JAIN takes a blank before the colon for part of a name that it does not know.
        String before = JAIN_KNOWS_NOT.contains(name) ? "" : some("", "", " ", "\t");
        return cased + before + some(":", ": ", ": ", ":\t", ":\r\n ", ":  ");
    }

    private String token() {
        var token = new StringBuilder();
        String marks = "abcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~";
        for (int i = 1 + chance.nextInt(20); i > 0; i--) {
            token.append(marks.charAt(chance.nextInt(marks.length())));
        }
        return token.toString();
    }

    private String callId() {
        return callIds > 0 ? "call-" + chance.nextInt(callIds) : token() + some("", "@host.example", "@127.0.0.1");
    }

    private String host() {
        return some(
                "example.com",
                "127.0.0.1",
                "[2001:db8::1]",
                "[::ffff:192.0.2.1]",
                "a-1.sub.example.com",
                "HOST.Example",
                "192.0.2.77",
                "x");
    }

    private String port() {
        return oneIn(2) ? "" : ":" + (1 + chance.nextInt(65_535));
    }

    private String via() {
        return some("SIP/2.0/", "SIP/2.0/", "SIP / 2.0 / ")
                + some("UDP", "TCP", "TLS", "SCTP", "WSS") + some(" ", " ", "  ") + host() + port()
                + some(";", " ;", "; ") + "branch=z9hG4bK" + token()
                + some(
                        "",
                        ";rport",
                        ";received=192.0.2.3;rport=5062",
                        ";ttl=16;maddr=224.2.0.1",
                        ";x=\"q;,q\"",
                        ";own");
    }

    private String uri(boolean alone) {
        if (oneIn(8)) {
            return "tel:" + some("+8613800138000", "+86-10-5555(01)", "5555;phone-context=+8610");
        }
        var uri = new StringBuilder(some("sip:", "sip:", "sips:", "SIP:"));
        if (!oneIn(5)) {
            uri.append(some(
                            "alice",
                            "4008888888",
                            "+86-10-5555",
                            "a%20b",
                            "j.user",
                            "%e4%b8%ad",
                            "1_un~(ok)!&is'n+it$",
                            "a:secret",
                            "user;par=u%40h",
                            "sips%3Auser%40example.com"))
                    .append('@');
        }
        uri.append(host()).append(port());
        for (int i = chance.nextInt(3); i > 0; i--) {
            String parameter = some(
                    ";transport=tcp",
                    ";lr",
                    ";user=phone",
                    ";maddr=192.0.2.1",
                    ";ttl=5",
                    ";method=INVITE",
                    ";x=%41b",
                    ";%6Cr2",
                    ";own=a&b+c$d",
                    ";OWN2=Z");
            if (uri.indexOf(parameter) < 0) {
                uri.append(parameter);
            }
        }
        return uri.append(!alone && oneIn(8) ? "?subject=hi%20there&x=y" : "").toString();
    }

    private String address(String header) {
        boolean bare = (header.equals("From") || header.equals("To") || header.equals("Contact")) && oneIn(6);
        if (bare) {
            return "sip:" + some("alice@", "4008888888@", "") + host() + port();
        }
        String name = some(
                "",
                "Alice",
                "Alice Smith",
                "\"Alice\"",
                "\"A. \\\"G.\\\" Bell, Sr.; <x@y>\"",
                "\"张三\"",
                "\"\"",
                "\"back\\\\slash\"");
        String space = name.isEmpty() ? "" : some("", " ", "  ", "\r\n ");
        String parameters = switch (header) {
            case "Contact" -> some("", ";q=0.5", ";expires=3600;q=1.0");
            case "P-Asserted-Identity" -> "";
            default -> some("", "", ";own=value", ";reason=unconditional");
        };
        return name + space + "<" + uri(false) + ">" + (oneIn(4) ? " " : "") + parameters;
    }
}
