package org.hotline400.server;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.hotline400.server.identity.FirstKey;
import org.hotline400.server.identity.IssuedApiKey;
import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A server that serves. Closing it stops it in order, within bounds.
public final class RunningServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Where API and console listen, with the port really taken.
    public InetSocketAddress httpAddress() {
        var host = context.getBean(HotlineSettings.class).http().host();
        var server = ((WebServerApplicationContext) context).getWebServer();
        return new InetSocketAddress(host, server == null ? 0 : server.getPort());
    }

    /// The operator's API key after the very first start, to be shown once; empty at every other start and
    /// call.
    public Optional<String> firstOperatorKey() {
        return context.getBean(FirstKey.class).take().map(IssuedApiKey::token);
    }

    /// For the modules' public beans.
    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
