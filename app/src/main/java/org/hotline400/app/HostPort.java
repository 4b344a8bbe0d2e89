package org.hotline400.app;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A host (name, IPv4 address or IPv6 address in brackets) and a port, as people write it: `192.0.2.10:5060`. The
/// port may be left out where there is a usual one.
public record HostPort(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]/]+)(?::([0-9]{1,5}))?");
    private static final int SIP_PORT = 5060;

    public HostPort {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1..65535, was " + port);
        }
    }

    /// Reads `HOST:PORT`; without a port it is SIP's 5060.
    public static HostPort parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "an address is written HOST:PORT, such as 192.0.2.10:5060; was \"" + text + "\"");
        }
        var port = parts.group(2);
        return new HostPort(parts.group(1), port == null ? SIP_PORT : Integer.parseInt(port));
    }

    /// The address, looked up now.
    public InetSocketAddress resolve() {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CommandFailedException("the host \"" + host + "\" cannot be found: check its name and the DNS");
        }
        return address;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /// For the command line.
    public static final class Converter implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
