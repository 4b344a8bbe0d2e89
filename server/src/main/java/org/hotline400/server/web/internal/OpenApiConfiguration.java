package org.hotline400.server.web.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the description of the API says of the whole.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String KEY = "apiKey";
    private static final String SESSION = "session";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Hotline400")
                        .version("v1")
                        .description(
                                "Enterprise 400 hotlines. Refusals are problem+json (RFC 9457) with a stable `code`.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key: h4_ and 64 hexadecimal digits."))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("hotline-session")
                                        .description(
                                                "What signing in sets. A request that changes something repeats the"
                                                        + " cookie hotline-csrf in the header X-CSRF-Token.")))
                .addSecurityItem(new SecurityRequirement().addList(KEY))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }
}
