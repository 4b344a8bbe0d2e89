/// The ways money comes to customers' accounts and goes back: bank transfers that finance staff confirm,
/// Alipay, WeChat Pay; and warnings before an account is empty.
@NullMarked
package org.hotline400.server.billing.payments;

import org.jspecify.annotations.NullMarked;
