package org.hotline400.server.outbound.internal;

import org.hotline400.server.kernel.HotlineSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the parts of this module together.
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean(destroyMethod = "close")
    ApacheHttp outboundHttp(HotlineSettings settings) {
        return new ApacheHttp(
                NameService.SYSTEM, new AddressPolicy(settings.outbound().allowed()));
    }
}
