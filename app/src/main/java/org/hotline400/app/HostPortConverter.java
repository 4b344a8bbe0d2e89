package org.hotline400.app;

import org.hotline400.server.kernel.HostPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `HOST:PORT` options.
public final class HostPortConverter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
        try {
            var read = HostPort.of(text);
            if (read.port() == 0) {
                throw new TypeConversionException("a port is 1 to 65535; was 0");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
