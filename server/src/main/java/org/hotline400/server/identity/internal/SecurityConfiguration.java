package org.hotline400.server.identity.internal;

import java.util.List;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.OpenRoutes;
import org.hotline400.server.identity.accounts.Sessions;
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
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Every request below `/api` wants a key or a session, but for those of [OpenRoutes].
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    /// Pages take scripts, styles and all else from here alone, and stand in no other page.
    private static final String CONSOLE_ONLY =
            "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /// What stands before every route. (No beans of their own, or the web container would put each into its
    /// chain.)
    record EdgeFilters(BearerFilter bearer, SessionFilter session, VisitorGate visitors, StrangerGate strangers) {}

    @Bean
    EdgeFilters edgeFilters(
            ApiKeys keys,
            Sessions sessions,
            HotlineSettings settings,
            AccountSettings accounts,
            ProblemWriter problems) {
        return new EdgeFilters(
                new BearerFilter(keys, problems),
                new SessionFilter(sessions, problems),
                new VisitorGate(settings.numbers(), System::nanoTime, problems),
                new StrangerGate(accounts, System::nanoTime, problems));
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, EdgeFilters filters, ProblemWriter problems) {
        // Cookies act by SessionFilter only, which asks for its own proof against CSRF.
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_ONLY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(filters.bearer(), AnonymousAuthenticationFilter.class)
                .addFilterAfter(filters.session(), BearerFilter.class)
                .addFilterAfter(filters.visitors(), SessionFilter.class)
                .addFilterAfter(filters.strangers(), VisitorGate.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OpenRoutes.PLATFORM.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OpenRoutes.VISITORS.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OpenRoutes.strangers().toArray(String[]::new))
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

    /// Passwords are not Spring's business here; without this Spring Boot makes up a user and logs the
    /// password.
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
