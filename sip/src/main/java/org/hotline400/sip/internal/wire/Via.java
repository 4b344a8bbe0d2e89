package org.hotline400.sip.internal.wire;

import java.util.Locale;
import java.util.Map;
import org.hotline400.sip.internal.text.NameAddressReader;
import org.hotline400.sip.internal.text.UriReader;

/// One Via value (RFC 3261 §20.42).
///
/// @param transport upper case
/// @param port -1 when absent
public record Via(String transport, String host, int port, Map<String, String> parameters) {

    /// The mark of a branch made after RFC 3261 (§8.1.1.7).
    public static final String MAGIC = "z9hG4bK";

    /// @throws IllegalArgumentException saying what is wrong
    public static Via parse(String value) {
        int semicolon = value.indexOf(';');
        String head = semicolon < 0 ? value : value.substring(0, semicolon);
        int slash = head.indexOf('/', head.indexOf('/') + 1);
        if (slash < 0 || !head.substring(0, slash).replaceAll("\\s", "").equalsIgnoreCase("SIP/2.0")) {
            throw new IllegalArgumentException("a Via begins with SIP/2.0/");
        }
        String rest = head.substring(slash + 1).strip();
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
