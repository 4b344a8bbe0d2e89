package org.hotline400.server.billing.payments;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline400.server.enrolment.Messenger;
import org.hotline400.server.kernel.TenantId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// Everybody's letters about money.
@TestComponent
@Primary
public final class PayingLetters implements Messenger {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    @Override
    public void send(Letter letter) {
        letters.add(letter);
    }

    /// What a tenant got, the oldest first.
    public List<Letter> of(TenantId tenant) {
        return letters.stream().filter(letter -> letter.tenant().equals(tenant)).toList();
    }
}
