package org.hotline400.server.outbound.internal;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.hotline400.server.outbound.OutboundUrl;

/// One client with connections of its own. It does nothing by itself: no retries, redirects, cookies, proxies,
/// unpacking (a small answer could unpack into a huge one) or upgrades.
final class Lane implements AutoCloseable {
    private static final int MOST_HEADERS = 100;
    private static final int MOST_LINE = 8192;
    private static final int MOST_EMPTY_LINES = 10;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    /// A connection that was checked long ago is not used again: its name may lead elsewhere now.
    private static final TimeValue LIFE = TimeValue.ofMinutes(1);
    private static final TimeValue IDLE = TimeValue.ofSeconds(20);

    private final CloseableHttpClient client;

    /// @param perHost connections to one scheme, host and port at a time
    /// @param total to all
    record Bounds(int perHost, int total) {}

    Lane(CheckedNames names, Bounds bounds) {
        this.client = HttpClientBuilder.create()
                .setConnectionManager(connections(names, bounds))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .setUserAgent("Hotline400")
                .evictIdleConnections(IDLE)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(CheckedNames names, Bounds bounds) {
        var lines = Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(MOST_LINE)
                .setMaxEmptyLineCount(MOST_EMPTY_LINES)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(lines)
                        .build())
                .setMaxConnPerRoute(bounds.perHost())
                .setMaxConnTotal(bounds.total())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(CONNECT)
                        .setTimeToLive(LIFE)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    /// Sends one request; no redirect is followed. Whoever closes the answer without having read it to its end
    /// cancels the request first.
    ///
    /// @param left of the deadline
    ClassicHttpResponse open(OutboundUrl url, HttpUriRequestBase request, Duration left) throws IOException {
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(left))
                .setResponseTimeout(Timeout.of(left))
                .setProtocolUpgradeEnabled(false)
                .build());
        var target = new HttpHost(url.isEncrypted() ? "https" : "http", url.host(), url.port());
        return client.executeOpen(target, request, HttpClientContext.create());
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
