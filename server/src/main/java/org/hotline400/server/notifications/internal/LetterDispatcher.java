package org.hotline400.server.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.notifications.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends letters: claims what is due, tries each on a virtual thread, notes what came of it. Mails and text messages
/// have slots of their own, so that a mail server that hangs holds up no text message.
@Component
class LetterDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(LetterDispatcher.class);

    /// Of each channel at once.
    static final int SLOTS = 16;

    private final LetterRows rows;
    private final Transactions transactions;
    private final MailPost mails;
    private final SmsPost texts;
    private final Clock clock;
    private final Map<Channel, AtomicInteger> underWay =
            new EnumMap<>(Map.of(Channel.MAIL, new AtomicInteger(), Channel.SMS, new AtomicInteger()));
    private volatile Runnable onRoom = () -> {};

    LetterDispatcher(LetterRows rows, Transactions transactions, MailPost mails, SmsPost texts, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
    }

    /// @param listener told when an attempt has ended, so that there is room for another
    void whenRoom(Runnable listener) {
        onRoom = listener;
    }

    /// Begins attempts at what is due.
    ///
    /// @return how many
    int step() {
        return underWay.entrySet().stream()
                .mapToInt(lane -> begin(lane.getKey(), lane.getValue()))
                .sum();
    }

    private int begin(Channel channel, AtomicInteger occupied) {
        int room = SLOTS - occupied.get();
        if (room <= 0) {
            return 0;
        }
        var posted = transactions.asOperator(() -> rows.claim(channel, room, clock.instant(), Dispatcher.LAPSE));
        occupied.addAndGet(posted.size());
        posted.forEach(one -> Thread.ofVirtual().name("letter").start(() -> attempt(one, occupied)));
        return posted.size();
    }

    private void attempt(PostedLetter posted, AtomicInteger occupied) {
        try {
            settle(posted, post(posted));
        } catch (RuntimeException e) {
            // Its claim lapses, then it is tried again.
            LOG.warn("what came of letter {} could not be noted: {}", posted.id(), e.getMessage());
        } finally {
            occupied.decrementAndGet();
            onRoom.run();
        }
    }

    private Outcome post(PostedLetter posted) {
        var letter = posted.letter();
        var id = posted.id() + ".letter";
        try {
            return letter.channel() == Channel.MAIL
                    ? mails.send(new MailPost.Mail(id, letter.to(), letter.subject(), letter.text()))
                    : texts.send(new SmsPost.Sms(id, letter.to(), letter.text()));
        } catch (RuntimeException e) {
            LOG.error("letter {} failed unforeseen", posted.id(), e);
            return Outcome.failed("platform-failure");
        }
    }

    private void settle(PostedLetter posted, Outcome outcome) {
        transactions.asTenant(posted.tenant(), () -> {
            var now = clock.instant();
            var next = outcome.isTaken()
                    ? Optional.<Instant>empty()
                    : RetrySchedule.pauseAfter(posted.attempts() + 1).map(now::plus);
            rows.settle(posted, outcome, next, now);
        });
    }

    /// Removes letters that were over before so long.
    void purge(Duration kept, int most) {
        transactions.asOperator(() -> rows.purge(clock.instant().minus(kept), most));
    }

    /// Whether no attempt is under way.
    boolean isIdle() {
        return underWay.values().stream().allMatch(count -> count.get() == 0);
    }
}
