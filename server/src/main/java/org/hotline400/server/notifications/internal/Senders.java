package org.hotline400.server.notifications.internal;

import org.hotline400.server.notifications.Destination;
import org.springframework.stereotype.Component;

/// Each parcel on its way.
@Component
class Senders implements Sender {
    private final WebhookSender webhooks;
    private final MailPost mails;
    private final SmsPost texts;

    Senders(WebhookSender webhooks, MailPost mails, SmsPost texts) {
        this.webhooks = webhooks;
        this.mails = mails;
        this.texts = texts;
    }

    @Override
    public Outcome send(Parcel parcel) {
        return switch (parcel.destination()) {
            case Destination.Webhook webhook -> webhooks.send(parcel, webhook);
            case Destination.Mail mail -> {
                var words = Words.of(parcel.kind(), Payload.read(parcel.payload()));
                yield mails.send(new MailPost.Mail(
                        parcel.event() + "." + parcel.subscription(), mail.address(), words.subject(), words.text()));
            }
            case Destination.Sms sms -> {
                var words = Words.of(parcel.kind(), Payload.read(parcel.payload()));
                yield texts.send(
                        new SmsPost.Sms(parcel.event() + "." + parcel.subscription(), sms.number(), words.brief()));
            }
        };
    }
}
