/// WeChat Pay (微信支付) API v3 through its official SDK, which signs what we ask, checks what is answered and
/// told, and opens what is sealed. The requests themselves go out by `outbound`, which bounds them.
@NullMarked
package org.hotline400.server.billing.payments.wechat;

import org.jspecify.annotations.NullMarked;
