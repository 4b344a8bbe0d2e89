package org.hotline400.server.billing;

import java.util.Optional;

/// Who hears of an enterprise's money; one of both is there.
///
/// @param mobile eleven digits
public record MoneyContact(Optional<String> mail, Optional<String> mobile) {
    public MoneyContact {
        if (mail.isEmpty() && mobile.isEmpty()) {
            throw new IllegalArgumentException("a contact has a mail address or a mobile number");
        }
    }
}
