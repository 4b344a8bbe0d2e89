package org.hotline400.server.enrolment.payments;

import java.net.URI;
import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// Port: a way by which the money of applications comes and goes back. The bank transfer is built in; online
/// providers implement it beside.
public interface Payments {

    /// The text code: `bank-transfer`.
    String way();

    /// Begins a payment, or shows again how it goes on; the same for the same payment.
    Beginning begin(Payment payment);

    /// How it stands as far as this way knows by itself.
    Standing standing(Payment payment);

    /// Sends money back.
    ///
    /// @param amount at most what is owed
    Refunding refund(Payment payment, Money amount);

    /// How one pays.
    sealed interface Beginning {

        /// By a transfer to this account.
        ///
        /// @param remark to be written into the transfer
        record ByTransfer(Optional<Account> account, String remark) implements Beginning {}

        /// On a page of the provider's.
        record OnPage(URI page) implements Beginning {}

        /// Not now.
        ///
        /// @param retryable whether a later try may help
        record Unavailable(String english, String chinese, boolean retryable) implements Beginning {}
    }

    /// An account of the operator's.
    record Account(String holder, String bank, String number) {}

    /// What has come.
    sealed interface Standing {

        /// Somebody has to look at the bank's statement.
        record ToldByStaff() implements Standing {}

        /// @param reference the provider's
        record Arrived(Money amount, String reference) implements Standing {}

        record Waiting() implements Standing {}
    }

    /// What became of sending money back.
    sealed interface Refunding {

        /// Finance staff transfers it and confirms.
        record ByStaff() implements Refunding {}

        /// @param reference the provider's
        record Done(String reference) implements Refunding {}

        /// @param retryable whether a later try may help
        record Failed(String english, String chinese, boolean retryable) implements Refunding {}
    }
}
