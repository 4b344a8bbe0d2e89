package org.hotline400.server.billing.payments.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.billing.payments.KeyFile;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.TopUpSettings;
import org.hotline400.server.outbound.OutboundHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// WeChat Pay, where an operator has it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hotline.top-ups.wechat-pay.merchant-id")
class WechatConfiguration {
    /// Somebody waits for the answer.
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Bean
    WechatPay wechatPay(TopUpSettings settings, OutboundHttp http, Clock clock) {
        var own = settings.wechatPay();
        var account = new WechatAccount(own.merchantId(), own.appId());
        var config = new RSAPublicKeyConfig.Builder()
                .merchantId(own.merchantId())
                .merchantSerialNumber(own.serial())
                .privateKey(KeyFile.read("wechat-pay.private-key", own.privateKey()))
                .publicKeyId(own.publicKeyId())
                .publicKey(KeyFile.read("wechat-pay.public-key", own.publicKey()))
                .apiV3Key(own.apiKey())
                .build();
        var client = new WechatHttp(config, own.gateway(), http, DEADLINE);
        return new WechatPay(
                account,
                new NativePayService.Builder().httpClient(client).build(),
                new RefundService.Builder().httpClient(client).build(),
                new WechatNotices(account, new NotificationParser(config), clock),
                settings.noticeAddress(PayWay.WECHAT_PAY));
    }
}
