package org.hotline400.server.notifications.internal;

import java.time.Clock;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.identity.AccountMail;
import org.hotline400.server.kernel.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes messages to single persons: written down in the transaction of what they tell, sent after its commit.
@Component
class Letters implements Messenger, AccountMail {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    /// So many may wait for one tenant: while the mail server is away, nobody fills the database.
    static final int MOST_WAITING = 5_000;

    private final LetterRows rows;
    private final Transactions transactions;
    private final Clock clock;

    Letters(LetterRows rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void send(Messenger.Letter letter) {
        inTransaction(() -> {
            letter.mail()
                    .ifPresent(address ->
                            put(letter.tenant(), PersonalLetter.mail(address, letter.subject(), letter.text())));
            letter.mobile().ifPresent(number -> put(letter.tenant(), PersonalLetter.sms(number, letter.brief())));
        });
    }

    @Override
    public void send(String address, String subject, String text) {
        inTransaction(() -> put(rows.actingFor(), PersonalLetter.mail(address, subject, text)));
    }

    /// The caller's, whatever it acts for; one of its own where there is none.
    private void inTransaction(Runnable work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
        } else {
            transactions.asOperator(work);
        }
    }

    /// A letter too many is left out, not what it tells of.
    private void put(TenantId tenant, PersonalLetter letter) {
        if (rows.waiting(tenant, MOST_WAITING) < MOST_WAITING) {
            rows.put(tenant, letter, clock.instant());
        } else {
            LOG.warn("{} letters of tenant {} wait already; another is not sent", MOST_WAITING, tenant);
        }
    }
}
