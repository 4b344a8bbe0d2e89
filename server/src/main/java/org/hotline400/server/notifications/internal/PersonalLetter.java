package org.hotline400.server.notifications.internal;

import org.hotline400.server.notifications.Channel;

/// A message to one person.
///
/// @param channel mail or text message
/// @param to an address or a mobile number
/// @param subject of a mail; empty for a text message
record PersonalLetter(Channel channel, String to, String subject, String text) {
    PersonalLetter {
        switch (channel) {
            case MAIL, SMS -> {}
            case WEBHOOK -> throw new IllegalArgumentException("a letter goes by mail or text message");
        }
    }

    static PersonalLetter mail(String to, String subject, String text) {
        return new PersonalLetter(Channel.MAIL, to, subject, text);
    }

    static PersonalLetter sms(String to, String text) {
        return new PersonalLetter(Channel.SMS, to, "", text);
    }

    /// It may name people.
    @Override
    public String toString() {
        return "PersonalLetter[" + channel.code() + "]";
    }
}
