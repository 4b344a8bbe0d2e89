package org.hotline400.server.web.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the console, where it is in the jar: its files, and its one page for every address that is none of the API's.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
    private static final String FILES = "classpath:/console/";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    /// A folder is no file: what shows at the root has to be named.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/" + OnePage.PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Vite names these by their content: another content is another name.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OnePage());
    }

    /// The console's own router knows what an address shows.
    private static final class OnePage extends PathResourceResolver {
        private static final String PAGE = "index.html";

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws java.io.IOException {
            var file = super.getResource(path, location);
            return file != null || !isAddress(path) ? file : page();
        }

        private static boolean isAddress(String path) {
            return !path.startsWith("api/") && !path.equals("api") && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        }

        private static @Nullable Resource page() {
            var page = new ClassPathResource("console/" + PAGE);
            return page.exists() ? page : null;
        }
    }
}
