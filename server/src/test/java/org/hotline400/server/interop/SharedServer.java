package org.hotline400.server.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [InteropServer] of the run, started when the first asks and stopped after the last: starting a
/// whole server costs more than a call.
final class SharedServer implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == InteropServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SPACE).computeIfAbsent("server", key -> start());
    }

    private static InteropServer start() {
        try {
            return InteropServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
