package org.hotline400.server.web.internal;

import org.hotline400.server.web.ProblemWriter;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    /// Inside Spring Boot's own, which comes before: whoever is nearest to a refusal tells it.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serverRefusals(ProblemWriter writer) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerRefusals(writer)));
    }
}
