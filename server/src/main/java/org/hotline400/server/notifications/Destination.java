package org.hotline400.server.notifications;

import java.util.regex.Pattern;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.outbound.OutboundUrl;

/// Where a notification goes.
public sealed interface Destination {

    record Webhook(OutboundUrl url) implements Destination {
        @Override
        public String text() {
            return url.toString();
        }
    }

    record Mail(String address) implements Destination {
        private static final Pattern FORM =
                Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*");

        public Mail {
            if (address.length() > 254 || !FORM.matcher(address).matches()) {
                throw new MistakeException(
                        "a mail address looks like owner@example.com", "邮箱地址的格式如 owner@example.com。");
            }
        }

        @Override
        public String text() {
            return address;
        }
    }

    /// @param number a mainland mobile number, eleven digits
    record Sms(String number) implements Destination {
        public Sms {
            if (!number.matches("1[3-9][0-9]{9}")) {
                throw new MistakeException(
                        "a text message goes to a mainland mobile number of eleven digits", "短信只能发到 11 位中国大陆手机号码。");
            }
        }

        @Override
        public String text() {
            return number;
        }
    }

    /// Reads what belongs to the channel.
    ///
    /// @throws IllegalArgumentException with what is wrong
    static Destination of(Channel channel, String text) {
        return switch (channel) {
            case WEBHOOK -> new Webhook(OutboundUrl.of(text));
            case MAIL -> new Mail(text.strip());
            case SMS -> new Sms(CallerNumber.of(text, "").normalised());
        };
    }

    default Channel channel() {
        return switch (this) {
            case Webhook _ -> Channel.WEBHOOK;
            case Mail _ -> Channel.MAIL;
            case Sms _ -> Channel.SMS;
        };
    }

    /// As it is stored and shown.
    String text();
}
