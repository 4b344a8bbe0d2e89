package org.hotline400.server;

import java.time.Clock;
import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every module is given.
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> httpAddress(HotlineSettings settings) {
        return factory -> {
            factory.setAddress(settings.http().resolve().getAddress());
            factory.setPort(settings.http().port());
        };
    }
}
