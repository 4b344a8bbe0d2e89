package org.hotline400.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hotline400.server.kernel.HostPort;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// The platform as one process.
@Modulithic(systemName = "Hotline400")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hotline400Server {

    /// Starts the server and returns when it serves.
    ///
    /// @throws RuntimeException whose message says what is in the way (port in use, folder in use, database
    ///     away); nothing is left running then
    public static RunningServer start(ServerOptions options) {
        var context = new SpringApplicationBuilder(Hotline400Server.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(options))
                .run();
        return new RunningServer(context);
    }

    private static Map<String, Object> properties(ServerOptions options) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("hotline.data", options.data().toString());
        properties.put("hotline.http", HostPort.of(options.http()).toString());
        properties.put("hotline.sip.bind", HostPort.of(options.sip()).toString());
        options.advertise().ifPresent(host -> properties.put("hotline.sip.advertise", host));
        properties.put("hotline.rtp.first-port", options.rtpPorts().first());
        properties.put("hotline.rtp.last-port", options.rtpPorts().last());
        options.trunk().ifPresent(trunk -> properties.put("hotline.trunk", trunk.toString()));
        options.database().ifPresent(url -> properties.put("hotline.database.url", url));
        var tls = options.tls();
        tls.port().ifPresent(port -> properties.put("hotline.sip.tls.port", port));
        tls.certificate().ifPresent(file -> properties.put("hotline.sip.tls.certificate", file.toString()));
        tls.key().ifPresent(file -> properties.put("hotline.sip.tls.key", file.toString()));
        tls.trusted().ifPresent(file -> properties.put("hotline.sip.tls.trusted", file.toString()));
        if (!options.browserOrigins().isEmpty()) {
            properties.put("hotline.sip.browser-origins", String.join(",", options.browserOrigins()));
        }
        if (!options.allowedAddresses().isEmpty()) {
            properties.put("hotline.outbound.allowed", String.join(",", options.allowedAddresses()));
        }
        properties.put("hotline.sample-data", options.sampleData());
        return properties;
    }
}
