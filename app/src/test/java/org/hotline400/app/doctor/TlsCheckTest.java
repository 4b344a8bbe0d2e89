package org.hotline400.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.server.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCheckTest {
    @TempDir
    private Path folder;

    private Finding at(String moment, String certificate, String key) throws IOException {
        var tls = new ServerOptions.Tls(
                OptionalInt.empty(),
                Optional.of(Files.writeString(folder.resolve("cert.pem"), certificate)),
                Optional.of(Files.writeString(folder.resolve("key.pem"), key)),
                Optional.empty());
        var clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
        return new TlsCheck(InetAddress.getLoopbackAddress(), tls, clock).look();
    }

    @Test
    void tellsHowLongTheCertificateHolds() throws IOException {
        assertThat(at("2026-01-01T00:00:00Z", CERTIFICATE, KEY).toString())
                .startsWith("OK")
                .contains("alice.test")
                .contains("2119-12-08");
        assertThat(at("2119-12-01T00:00:00Z", CERTIFICATE, KEY).level()).isEqualTo(Finding.Level.WARN);
        assertThat(at("2120-01-01T00:00:00Z", CERTIFICATE, KEY).level()).isEqualTo(Finding.Level.FAIL);
        assertThat(at("2019-01-01T00:00:00Z", CERTIFICATE, KEY).level()).isEqualTo(Finding.Level.FAIL);
    }

    @Test
    void namesTheFileThatDoesNotFit() throws IOException {
        assertThat(at("2026-01-01T00:00:00Z", "nothing", KEY).text()).contains("cert.pem");
        assertThat(at("2026-01-01T00:00:00Z", CERTIFICATE, "nothing").text()).contains("key.pem");
    }

    // From the tests of sip: src/test/resources/tls/alice.
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBzzCCAXWgAwIBAgIIOmsH1dJ4KuIwCgYIKoZIzj0EAwIwHTEbMBkGA1UEAxMS
            SG90bGluZTQwMCB0ZXN0IENBMCAXDTIwMDEwMTAwMDAwMFoYDzIxMTkxMjA4MDAw
            MDAwWjAQMQ4wDAYDVQQDEwVhbGljZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
            BMc0tIi1jDM8Ei5HucFRzVqEtGLPt5qBRQnb6w8bR9MCm0xG7JIjdH0ml+KHtLma
            uEYP6kO2dXu63/IACl68KdijgakwgaYwHQYDVR0OBBYEFICf9DEi6xTyc6t/PFBy
            CY3Zu6urMAsGA1UdDwQEAwIHgDAtBgNVHREEJjAkggphbGljZS50ZXN0hwR/AAAB
            hxAAAAAAAAAAAAAAAAAAAAABMAkGA1UdEwQCMAAwHwYDVR0jBBgwFoAUNwKffn2e
            sljXb8dNH/Gu7chi+rswHQYDVR0lBBYwFAYIKwYBBQUHAwEGCCsGAQUFBwMCMAoG
            CCqGSM49BAMCA0gAMEUCIG98UWEYNh4f9M2ZkfbBSDPSD4Zi0Wh9UVVtu7q4NU5a
            AiEAzb1+Lgi/blGhvLM5OouR6TwDk3hH+x+eic6rmVT4cTY=
            -----END CERTIFICATE-----
            """;

    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCC7j+/lrD6l0XK+L1Lm
            +fFGEyp5VcfELO7wwB8SYlTPPw==
            -----END PRIVATE KEY-----
            """;
}
