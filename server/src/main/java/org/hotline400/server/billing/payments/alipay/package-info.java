/// Alipay (支付宝) through its official SDK, which signs what we ask and checks what is answered and told. The
/// requests themselves go out by `outbound`, which bounds them.
@NullMarked
package org.hotline400.server.billing.payments.alipay;

import org.jspecify.annotations.NullMarked;
