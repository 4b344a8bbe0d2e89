package org.hotline400.server.notifications.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscription.Order;
import org.hotline400.server.outbound.OutboundHttp;
import org.jspecify.annotations.Nullable;

/// A subscription on the wire.
///
/// @param id read only
/// @param tenant whose it is; only the operator may name another than his own
/// @param channel `webhook`, `mail` or `sms`; fixed once it is made
/// @param destination the URL, the mail address, or the mobile number
/// @param kinds such as `call.missed`; left out: all but `call.ended`
/// @param numbers the 400 numbers it is about; left out or empty: all
/// @param enabled true by default
/// @param state read only: `active`, `paused`, or `disabled` when the platform switched it off
/// @param secret read only, of a webhook: shown once, in the answer that made it
/// @param failingSince read only: since when every attempt failed
/// @param disabledReason read only: why the platform switched it off
public record SubscriptionBody(
        @Nullable UUID id,
        @Nullable UUID tenant,
        @Nullable String channel,
        @Nullable String destination,
        @Nullable List<String> kinds,
        @Nullable List<String> numbers,
        @Nullable Boolean enabled,
        @Nullable String state,
        @Nullable String secret,
        @Nullable Instant failingSince,
        @Nullable String disabledReason,
        @Nullable Instant createdAt) {
    private static final int MOST_NUMBERS = 200;

    @Override
    public String toString() {
        return "SubscriptionBody[" + channel + ", " + destination + "]";
    }

    static SubscriptionBody of(Subscription subscription, Optional<String> secret) {
        var order = subscription.order();
        return new SubscriptionBody(
                subscription.id(),
                subscription.tenant().value(),
                order.destination().channel().code(),
                order.destination().text(),
                order.kinds().stream().map(EventKind::code).sorted().toList(),
                order.numbers().stream().sorted().toList(),
                order.enabled(),
                subscription.state().code(),
                secret.orElse(null),
                subscription.failingSince().orElse(null),
                subscription.disabledReason().isEmpty() ? null : subscription.disabledReason(),
                subscription.createdAt());
    }

    /// Reads it, with everything that is wrong at once.
    ///
    /// @param fixed the channel of the subscription that is changed; empty for a new one
    Order read(Optional<Channel> fixed, OutboundHttp http) {
        var checks = new Checks();
        var way = fixed.isPresent()
                ? fixed
                : checks.read("channel", "notifications.channel", channel, Channel::of)
                        .value();
        if (fixed.isPresent() && channel != null && !channel.equals(fixed.get().code())) {
            checks.add(
                    "channel",
                    "notifications.channel-fixed",
                    "a subscription keeps its channel: leave this out",
                    "订阅的渠道不能更改，请不要填写此项。");
        }
        var target = way.flatMap(known -> checks.read(
                        "destination",
                        "notifications.destination",
                        destination,
                        text -> checked(Destination.of(known, text), http))
                .value());
        var events = checks.readIfPresent("kinds", "notifications.kinds", kinds, SubscriptionBody::kinds);
        var about = checks.readIfPresent("numbers", "numbers.malformed", numbers, SubscriptionBody::numbers);
        checks.done();
        return new Order(
                target.orElseThrow(),
                events.orElse(EventKind.USUAL),
                about.orElse(Set.of()),
                enabled == null || enabled);
    }

    private static Destination checked(Destination destination, OutboundHttp http) {
        if (destination instanceof Destination.Webhook webhook) {
            http.refusal(webhook.url()).ifPresent(refused -> {
                throw new MistakeException(refused.message(), "不允许访问此地址：" + refused.message());
            });
        }
        return destination;
    }

    private static Set<EventKind> kinds(List<String> codes) {
        if (codes.isEmpty()) {
            throw new MistakeException("name one kind of event at least, or leave this out", "至少写一种事件，或不填此项。");
        }
        var read = codes.stream().map(EventKind::of).collect(Collectors.toUnmodifiableSet());
        if (read.contains(EventKind.TEST)) {
            throw new MistakeException("test events are sent on demand, nobody subscribes to them", "测试事件按需发送，不能订阅。");
        }
        return read;
    }

    private static Set<String> numbers(List<String> texts) {
        if (texts.size() > MOST_NUMBERS) {
            throw new MistakeException(
                    "at most " + MOST_NUMBERS + " numbers; leave this out for all",
                    "最多 " + MOST_NUMBERS + " 个号码；不填则为全部号码。");
        }
        return texts.stream().map(text -> HotlineNumber.parse(text).digits()).collect(Collectors.toUnmodifiableSet());
    }
}
