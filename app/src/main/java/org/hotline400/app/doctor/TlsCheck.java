package org.hotline400.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.hotline400.app.Ports;
import org.hotline400.server.ServerOptions;
import org.hotline400.sip.SipCertificate;
import org.hotline400.sip.SipTls;

/// The port and the certificate of SIP over TLS.
record TlsCheck(InetAddress bind, ServerOptions.Tls tls, Clock clock) implements Check {
    private static final String PART = "SIP TLS";
    private static final Duration SOON = Duration.ofDays(21);

    @Override
    public Finding look() {
        if (tls.port().isPresent() && !Ports.isTcpFree(bind, tls.port().getAsInt())) {
            return Finding.fail(
                    PART, "TCP " + tls.port().getAsInt() + " is taken", "stop what uses it, or --sip-tls another port");
        }
        if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
            return Finding.ok(PART, "not asked for");
        }
        var files =
                new SipTls.Identity.PemFiles(tls.certificate().get(), tls.key().get());
        try {
            return judged(SipCertificate.read(files));
        } catch (IOException e) {
            return Finding.fail(
                    PART, String.valueOf(e.getMessage()), "--tls-cert and --tls-key a certificate and its own key");
        }
    }

    private Finding judged(SipCertificate certificate) {
        var now = clock.instant();
        var fix = "renew it: the new file is taken without a restart";
        var text = "certificate for " + certificate.names() + " until "
                + certificate.until().atOffset(ZoneOffset.UTC).toLocalDate();
        if (now.isAfter(certificate.until())) {
            return Finding.fail(PART, text + " has expired", fix);
        }
        if (now.isBefore(certificate.from())) {
            return Finding.fail(PART, text + " is not valid yet", "check the clock of this machine");
        }
        if (certificate.names().isEmpty()) {
            return Finding.fail(PART, text + " names nobody", "get one whose alternative name is this server's domain");
        }
        return certificate.until().isBefore(now.plus(SOON)) ? Finding.warn(PART, text, fix) : Finding.ok(PART, text);
    }
}
