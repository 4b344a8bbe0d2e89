package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.util.Map;
import org.hotline400.server.kernel.Money;

/// Port: an online provider. It is asked outside of transactions, and answers within seconds whatever
/// happens.
public interface PaymentProvider {

    PayWay way();

    /// Begins the payment of an order; again for the same order shows the same.
    Beginning begin(TopUp topUp);

    /// How an order stands there.
    Standing look(String order);

    /// Takes an order back that was not paid.
    Closing close(String order);

    /// Sends money back; again with the same number is the same refund.
    Refunding refund(RefundOrder refund);

    /// Reads what somebody sent to our address for notifications, and believes it only with the provider's
    /// signature.
    Notice read(Message message);

    /// How one pays.
    sealed interface Beginning {

        /// @param page an address to open, or what a QR code says
        record OnPage(String page) implements Beginning {}

        record Away(Trouble trouble) implements Beginning {}
    }

    /// What has come of an order.
    sealed interface Standing {

        record Arrived(Notice.Paid paid) implements Standing {}

        record Waiting() implements Standing {}

        /// It can not be paid any more, or nobody has begun to.
        record Gone() implements Standing {}

        record Away(Trouble trouble) implements Standing {}
    }

    /// What became of taking an order back.
    sealed interface Closing {

        record Done() implements Closing {}

        /// It is paid already.
        record Paid() implements Closing {}

        record Away(Trouble trouble) implements Closing {}
    }

    /// An order to send money back.
    ///
    /// @param number ours, one for each refund; the provider does each once
    /// @param paid all that came for the order
    record RefundOrder(String order, String number, Money paid, Money amount, String reason) {}

    /// What became of sending money back.
    sealed interface Refunding {

        /// @param reference the provider's
        record Done(String reference) implements Refunding {}

        /// It is under way.
        record Pending() implements Refunding {}

        record Failed(Trouble trouble) implements Refunding {}
    }

    /// Why something did not work.
    ///
    /// @param text for the operator's people, without secrets
    /// @param retryable whether a later try may help
    record Trouble(String text, boolean retryable) {}

    /// What came in.
    ///
    /// @param headers names in small letters
    /// @param form fields, where the provider sends a form
    record Message(Map<String, String> headers, Map<String, String> form, String body) {
        public Message {
            headers = Map.copyOf(headers);
            form = Map.copyOf(form);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String field(String name) {
            return form.getOrDefault(name, "");
        }
    }

    /// What a provider tells.
    sealed interface Notice {

        /// @param order our reference
        /// @param transaction the provider's number of the payment
        record Paid(String order, String transaction, Money amount, Instant at) implements Notice {}

        /// Money of an order went back.
        ///
        /// @param payment of the order, which may be news itself
        /// @param number of the refund, as whoever asked for it called it
        /// @param amount of this refund, or of all refunds of the order so far
        record Refunded(Paid payment, String number, Money amount, boolean inAll) implements Notice {}

        /// The order was closed without a payment.
        record Closed(String order) implements Notice {}

        /// Nothing that matters.
        record Idle() implements Notice {}

        /// Truly the provider's, and meant for somebody else: another application or seller.
        record NotOurs(String why) implements Notice {}

        /// Not the provider's.
        record Forged(String why) implements Notice {}
    }
}
