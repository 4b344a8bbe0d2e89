package org.hotline400.server.telephony.web;

import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Opens `/sip` to pages of this very server, and to those of the origins that the operator names.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SipWebSocketConfiguration implements WebSocketConfigurer {
    private final SipWebSocketEndpoint endpoint;
    private final HotlineSettings settings;

    SipWebSocketConfiguration(SipWebSocketEndpoint endpoint, HotlineSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var origins = settings.sip().browserOrigins().toArray(String[]::new);
        registry.addHandler(endpoint, "/sip").setAllowedOrigins(origins).addInterceptors(endpoint);
    }
}
