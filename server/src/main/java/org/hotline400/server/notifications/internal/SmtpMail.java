package org.hotline400.server.notifications.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.HotlineSettings;

/// By a mail server.
final class SmtpMail implements MailPost {
    /// Of one attempt: a server that drips its answers is left alone then.
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private static final String STEP_MILLIS = "10000";

    private final HotlineSettings.Mail settings;
    private final HostPort server;
    private final Clock clock;

    SmtpMail(HotlineSettings.Mail settings, HostPort server, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Outcome send(Mail mail) {
        // On a thread of its own: the library bounds each step, not all of them.
        var outcome = new CompletableFuture<Outcome>();
        Thread.ofVirtual().name("smtp").start(() -> outcome.complete(attempt(mail)));
        var late = Outcome.failed("timeout: the mail server took too long");
        return outcome.completeOnTimeout(late, DEADLINE.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    private Outcome attempt(Mail mail) {
        var session = Session.getInstance(properties());
        try (var transport = session.getTransport()) {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            var message = MailMessages.of(session, settings.from(), mail, clock);
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.taken("");
        } catch (MessagingException | RuntimeException e) {
            return Outcome.failed("smtp: " + e.getMessage());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var protocol = switch (settings.security()) {
            case TLS -> "smtps";
            case NONE, STARTTLS -> "smtp";
        };
        properties.put("mail.transport.protocol", protocol);
        var mail = "mail." + protocol + ".";
        properties.put(mail + "host", server.host());
        properties.put(mail + "port", Integer.toString(server.port()));
        properties.put(mail + "connectiontimeout", STEP_MILLIS);
        properties.put(mail + "timeout", STEP_MILLIS);
        properties.put(mail + "writetimeout", STEP_MILLIS);
        properties.put(mail + "ssl.checkserveridentity", "true");
        properties.put(mail + "auth", Boolean.toString(!settings.user().isEmpty()));
        if (settings.security() == HotlineSettings.MailSecurity.STARTTLS) {
            properties.put(mail + "starttls.enable", "true");
            properties.put(mail + "starttls.required", "true");
        }
        return properties;
    }
}
