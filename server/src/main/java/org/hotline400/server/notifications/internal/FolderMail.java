package org.hotline400.server.notifications.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Properties;

/// Into `outbox/mail`, a file `.eml` each, which mail programs open.
final class FolderMail implements MailPost {
    private final OutboxFolder folder;
    private final String from;
    private final Clock clock;

    FolderMail(OutboxFolder folder, String from, Clock clock) {
        this.folder = folder;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public Outcome send(Mail mail) {
        return folder.put(mail.id() + ".eml", file -> {
            try (var out = Files.newOutputStream(file)) {
                MailMessages.of(Session.getInstance(new Properties()), from, mail, clock)
                        .writeTo(out);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        });
    }
}
