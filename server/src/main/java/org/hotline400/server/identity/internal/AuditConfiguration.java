package org.hotline400.server.identity.internal;

import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.identity.audit.AuditTrail;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the audit of looks before every controller.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration implements WebMvcConfigurer {
    private final LooksInterceptor looks;

    AuditConfiguration(AuditTrail trail, AuditBacklog backlog, DatabaseHealth database) {
        this.looks = new LooksInterceptor(trail, backlog, database);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(looks);
    }
}
