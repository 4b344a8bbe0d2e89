package org.hotline400.server.billing.payments.wechat;

/// Who we are to WeChat Pay.
record WechatAccount(String merchantId, String appId) {}
