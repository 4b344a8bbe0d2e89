package org.hotline400.server.enrolment.messages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.enrolment.messages.internal.MessageRows;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// Writes messages, and shows them to whom they are.
@Service
public class Messages {
    private final MessageTexts texts = MessageTexts.own();
    private final MessageRows rows;
    private final Messenger messenger;
    private final Transactions transactions;
    private final Clock clock;

    public Messages(MessageRows rows, Messenger messenger, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.messenger = messenger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Writes one in the caller's transaction, and takes it on its way where its kind is posted.
    public void write(MessageOrder order) {
        var template = texts.of(order.kind());
        var message = new Message(
                Ids.next(),
                order.tenant(),
                order.application(),
                order.kind(),
                template.chinese(order.facts()),
                template.english(order.facts()),
                clock.instant(),
                Optional.empty());
        rows.insert(message);
        if (template.post() && (order.mail().isPresent() || order.mobile().isPresent())) {
            messenger.send(letter(order, message, template.briefly(order.facts())));
        }
    }

    private static Messenger.Letter letter(MessageOrder order, Message message, String brief) {
        return new Messenger.Letter(
                order.tenant(),
                order.mail(),
                order.mobile(),
                message.chinese().subject() + " / " + message.english().subject(),
                message.chinese().text() + "\n\n" + message.english().text() + "\n",
                brief);
    }

    /// Adds what a reviewer found, with the names of fields and papers.
    Facts findings(Facts facts, List<Finding> findings) {
        return texts.findings(facts, findings);
    }

    /// A tenant's, the newest first.
    ///
    /// @param before start behind this one
    public Page<Message> list(TenantId tenant, boolean unreadOnly, Optional<UUID> before, int limit) {
        return Page.of(
                transactions.asTenant(tenant, () -> rows.list(tenant, unreadOnly, before, limit + 1)),
                limit,
                message -> message.id().toString());
    }

    public int unread(TenantId tenant) {
        return transactions.asTenant(tenant, () -> rows.unread(tenant));
    }

    /// Marks one as read.
    ///
    /// @return empty when the tenant has no such message
    public Optional<Message> read(TenantId tenant, UUID id) {
        return transactions.asTenant(tenant, () -> rows.read(tenant, id, clock.instant()));
    }
}
