package org.hotline400.server.notifications.internal;

/// Takes mails on their way.
interface MailPost {

    /// @param id stays the same when it is sent again
    record Mail(String id, String to, String subject, String text) {}

    Outcome send(Mail mail);
}
