package org.hotline400.server.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hotline400.server.identity.AccountMail;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// Everybody's mailbox for mails about accounts.
@TestComponent
@Primary
public final class Mailbox implements AccountMail {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("#([A-Za-z0-9_-]{43})\\b");

    private final Map<String, List<Mail>> mails = new ConcurrentHashMap<>();

    /// One that arrived.
    public record Mail(String subject, String text) {}

    @Override
    public void send(String address, String subject, String text) {
        mails.computeIfAbsent(address, key -> new CopyOnWriteArrayList<>()).add(new Mail(subject, text));
    }

    /// What came to this address, the oldest first.
    public List<Mail> of(String address) {
        return List.copyOf(mails.getOrDefault(address, List.of()));
    }

    /// The newest mail, once there are so many.
    public Mail await(String address, int count) {
        Awaitility.await().atMost(SOON).until(() -> of(address).size() >= count);
        return of(address).getLast();
    }

    /// What the link in the newest mail leads to, once there are so many.
    public String token(String address, int count) {
        var found = TOKEN.matcher(await(address, count).text());
        if (!found.find()) {
            throw new AssertionError("the mail has no link: " + of(address).getLast());
        }
        return found.group(1);
    }
}
