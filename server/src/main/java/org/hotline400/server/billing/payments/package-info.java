/// The ways money comes to customers' accounts and goes back: bank transfers that finance staff confirm,
/// Alipay, WeChat Pay; and warnings before an account is empty.
///
/// **Owns.** Tables `billing.top_ups`, `top_up_entries`, `top_up_refunds`, `odd_payments`, `balance_watch`,
/// `money_contacts`. **Ports.** [PaymentProvider], an online provider. **Publishes.** [TopUps], [TopUpDesk],
/// [Refunds]; `FundsAdded` in the transaction of what came.
///
/// **Invariants.** A top-up changes only by [TopUpLifeCycle]. A movement counts once, whatever is told twice,
/// late or out of order; entries are never changed. What fits no order is kept and not booked. What goes back
/// was held before: never more than is left of a top-up, never what was spent. Providers are asked outside of
/// transactions.
@NullMarked
@NamedInterface("payments")
package org.hotline400.server.billing.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
