package org.hotline400.server.notifications.internal;

/// Takes text messages on their way.
interface SmsPost {

    /// @param id stays the same when it is sent again
    record Sms(String id, String to, String text) {}

    Outcome send(Sms sms);
}
