package org.hotline400.server.enrolment.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    Rules enrolmentRules() {
        return RulesFile.own();
    }
}
