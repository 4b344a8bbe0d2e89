package org.hotline400.server.identity.internal;

import java.util.List;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.OpenRoutes;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Every request below `/api` wants a key, but for those of [OpenRoutes].
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ApiKeys keys, HotlineSettings settings, ProblemWriter problems) {
        var gate = new VisitorGate(settings.numbers(), System::nanoTime, problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(keys, problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(gate, BearerFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OpenRoutes.PLATFORM.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OpenRoutes.VISITORS.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> problems.write(Problem.UNAUTHENTICATED, request, response))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(Problem.FORBIDDEN, request, response)))
                .build();
    }

    /// There are no passwords; without this Spring Boot makes up a user and logs the password.
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }
}
