package org.hotline400.sip.internal.wire;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import org.hotline400.sip.internal.text.Literals;
import org.hotline400.sip.internal.text.NameAddressReader;
import org.hotline400.sip.internal.text.Quoting;
import org.hotline400.sip.internal.text.UriReader;

/// One Via value (RFC 3261 §20.42).
///
/// @param transport upper case
/// @param port -1 when absent
public record Via(String transport, String host, int port, Map<String, String> parameters) {

    /// The mark of a branch made after RFC 3261 (§8.1.1.7).
    public static final String MAGIC = "z9hG4bK";

    /// Reads `SIP/2.0/UDP host:port;parameters`, blanks anywhere between. The version is not judged here: a request of
    /// another one is still answered.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    public static Via parse(String value) {
        int semicolon = value.indexOf(';');
        int headEnd = semicolon < 0 ? value.length() : semicolon;
        int version = value.indexOf('/') + 1;
        int slash = version == 0 ? -1 : value.indexOf('/', version);
        if (slash < 0
                || slash > headEnd
                || !value.substring(0, version - 1).strip().equalsIgnoreCase("SIP")) {
            throw new IllegalArgumentException("a Via begins with SIP/2.0/");
        }
        String rest = value.substring(slash + 1, headEnd).strip();
        int blank = 0;
        while (blank < rest.length() && rest.charAt(blank) != ' ' && rest.charAt(blank) != '\t') {
            blank++;
        }
        String transport = rest.substring(0, blank).toUpperCase(Locale.ROOT);
        String sentBy = rest.substring(blank).strip();
        int colon = UriReader.portColon(sentBy);
        String host = colon < 0 ? sentBy : sentBy.substring(0, colon).strip();
        if (transport.isEmpty() || !UriReader.isHost(host)) {
            throw new IllegalArgumentException("a Via names a transport and a host");
        }
        int port = colon < 0 ? -1 : UriReader.port(sentBy.substring(colon + 1).strip());
        var parameters = NameAddressReader.parameters(semicolon < 0 ? "" : value.substring(semicolon));
        return new Via(transport, host, port, parameters);
    }

    /// A Via value with where its request really came from (RFC 3261 §18.2.1, RFC 3581 §4), instead of what the sender
    /// may have written there himself.
    ///
    /// @param value this Via as it stood on the wire
    public String stamped(String value, InetSocketAddress source) {
        String real = Literals.written(source.getAddress());
        if (!wantsSourcePort() && !parameters.containsKey("received")) {
            return Literals.isSame(host, source.getAddress()) ? value : value + ";received=" + real;
        }
        var out = new StringBuilder(value.length() + 40);
        for (int start = 0; start < value.length(); ) {
            int end = Quoting.indexOf(value, ';', start + 1);
            end = end < 0 ? value.length() : end;
            if (start == 0 || !isOurs(value.substring(start + 1, end))) {
                out.append(value, start, end);
            }
            start = end;
        }
        out.append(";received=").append(real);
        return wantsSourcePort()
                ? out.append(";rport=").append(source.getPort()).toString()
                : out.toString();
    }

    private static boolean isOurs(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
        return name.equalsIgnoreCase("received") || name.equalsIgnoreCase("rport");
    }

    /// The branch; empty when absent.
    public String branch() {
        return parameters.getOrDefault("branch", "");
    }

    public boolean wantsSourcePort() {
        return parameters.containsKey("rport");
    }

    /// `host:port` in lower case, for matching.
    public String sentBy() {
        return host.toLowerCase(Locale.ROOT) + ':' + port;
    }
}
