package org.hotline400.server.billing.payments.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.billing.payments.KeyFile;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.TopUpSettings;
import org.hotline400.server.outbound.OutboundHttp;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Alipay, where an operator has it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hotline.top-ups.alipay.app-id")
class AlipayConfiguration {
    /// Somebody waits for the answer.
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Bean
    Alipay alipay(TopUpSettings settings, OutboundHttp http, Clock clock) throws AlipayApiException {
        // It would write requests and answers into the log.
        AlipayLogger.setNeedEnableLogger(false);
        var own = settings.alipay();
        var publicKey = KeyFile.base64(KeyFile.read("alipay.public-key", own.publicKey()));
        var config = new AlipayConfig();
        config.setServerUrl(own.gateway());
        config.setAppId(own.appId());
        config.setPrivateKey(KeyFile.base64(KeyFile.read("alipay.private-key", own.privateKey())));
        config.setAlipayPublicKey(publicKey);
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(new AlipayHttp(http, DEADLINE));
        return new Alipay(
                new DefaultAlipayClient(config),
                new AlipayNotices(own.appId(), own.sellerId(), publicKey, clock),
                settings.noticeAddress(PayWay.ALIPAY),
                clock);
    }
}
