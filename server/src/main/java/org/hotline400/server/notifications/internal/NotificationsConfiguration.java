package org.hotline400.server.notifications.internal;

import java.time.Clock;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which services take mails and text messages; without one, folders do.
@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    @Bean
    MailPost mailPost(HotlineSettings settings, DataFolder data, Clock clock) {
        var mail = settings.mail();
        return mail.server()
                .<MailPost>map(server -> new SmtpMail(mail, server, clock))
                .orElseGet(() -> new FolderMail(new OutboxFolder(data.folder("outbox/mail")), mail.from(), clock));
    }

    @Bean
    SmsPost smsPost(HotlineSettings settings, DataFolder data, OutboundHttp http) {
        var sms = settings.sms();
        return sms.service()
                .<SmsPost>map(url -> new HttpSms(http, sms, OutboundUrl.of(url)))
                .orElseGet(() -> new FolderSms(new OutboxFolder(data.folder("outbox/sms"))));
    }
}
