package org.hotline400.server.billing.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How customers pay money in. The account for transfers is that of `hotline.payments`.
///
/// @param minimumYuan `hotline.top-ups.minimum-yuan`: the least that may be asked for; 100 by default
/// @param maximumYuan `hotline.top-ups.maximum-yuan`: the most at once; 1,000,000 by default
/// @param fourEyesYuan `hotline.top-ups.four-eyes-yuan`: refunds of a customer that are more than this in
///     24 hours need a second person's approval; 5,000 by default
/// @param onlineExpiry `hotline.top-ups.online-expiry`: how long an order may be paid online; 2 hours by
///     default, as long as a QR code of WeChat Pay holds; 5 minutes to 2 hours
/// @param transferExpiry `hotline.top-ups.transfer-expiry`: how long a transfer is waited for; 30 days by
///     default. What comes later counts all the same.
/// @param noticeBase `hotline.top-ups.notice-base`: where providers reach this server from the Internet, such
///     as `https://hotline.example.cn`; needed for online ways
/// @param financeMail `hotline.top-ups.finance-mail`: who is told of refunds that failed and of payments that
///     fit no order; nobody by default, then they stand in the lists alone
/// @param warnPercents `hotline.top-ups.warn-percents`: at which parts of the balance after the last payment
///     a customer is warned; 30 and 10 by default
/// @param warnDays `hotline.top-ups.warn-days`: and when the balance lasts for fewer days, by the mean of the
///     last seven; 3 by default, 0 for never
@Validated
@ConfigurationProperties("hotline.top-ups")
public record TopUpSettings(
        @DefaultValue("100") @Min(1) @Max(1_000_000) int minimumYuan,
        @DefaultValue("1000000") @Min(1) @Max(20_000_000) int maximumYuan,
        @DefaultValue("5000") @Min(0) @Max(20_000_000) int fourEyesYuan,

        @DefaultValue("2h") @DurationMin(minutes = 5) @DurationMax(hours = 2)
        Duration onlineExpiry,

        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration transferExpiry,

        @DefaultValue("") String noticeBase,
        @DefaultValue("") String financeMail,

        @DefaultValue({"30", "10"}) List<@Min(1) @Max(99) Integer> warnPercents,

        @DefaultValue("3") @Min(0) @Max(60) int warnDays,
        @DefaultValue @Valid Alipay alipay,
        @DefaultValue @Valid WechatPay wechatPay) {
    public TopUpSettings {
        warnPercents = List.copyOf(warnPercents);
    }

    public Money minimum() {
        return Money.ofYuan(minimumYuan);
    }

    public Money maximum() {
        return Money.ofYuan(maximumYuan);
    }

    public Money fourEyes() {
        return Money.ofYuan(fourEyesYuan);
    }

    @AssertTrue(message = "hotline.top-ups.minimum-yuan must be at most maximum-yuan")
    public boolean isRange() {
        return minimumYuan <= maximumYuan;
    }

    @AssertTrue(message = "hotline.top-ups.notice-base must be set where Alipay or WeChat Pay are")
    public boolean isReachable() {
        return !noticeBase.isBlank() || !(alipay.isConfigured() || wechatPay.isConfigured());
    }

    /// Where a provider sends its notifications.
    public String noticeAddress(PayWay way) {
        return noticeBase.replaceAll("/+$", "") + "/api/v1/payment-notices/" + way.code();
    }

    /// Alipay (支付宝), with keys (公钥模式, RSA2). Not offered without `app-id`.
    ///
    /// @param appId `hotline.top-ups.alipay.app-id`
    /// @param sellerId `hotline.top-ups.alipay.seller-id`: the merchant's PID (`2088…`)
    /// @param privateKey `hotline.top-ups.alipay.private-key`: file of the application's key, PKCS#8,
    ///     as Base64 or PEM
    /// @param publicKey `hotline.top-ups.alipay.public-key`: file of Alipay's public key (not the
    ///     application's)
    /// @param gateway `hotline.top-ups.alipay.gateway`: Alipay's own by default
    public record Alipay(
            @DefaultValue("") String appId,
            @DefaultValue("") String sellerId,
            @Nullable Path privateKey,
            @Nullable Path publicKey,

            @DefaultValue("https://openapi.alipay.com/gateway.do")
            String gateway) {
        public boolean isConfigured() {
            return !appId.isBlank();
        }

        @AssertTrue(message = "hotline.top-ups.alipay: app-id, seller-id, private-key and public-key go together")
        public boolean isComplete() {
            return !isConfigured() || (!sellerId.isBlank() && privateKey != null && publicKey != null);
        }
    }

    /// WeChat Pay (微信支付) API v3, with the platform's public key (微信支付公钥). Not offered without `merchant-id`.
    ///
    /// @param merchantId `hotline.top-ups.wechat-pay.merchant-id`
    /// @param appId `hotline.top-ups.wechat-pay.app-id`: of the official account or app that belongs to it
    /// @param serial `hotline.top-ups.wechat-pay.serial`: serial number of the merchant's certificate
    /// @param privateKey `hotline.top-ups.wechat-pay.private-key`: file of the merchant's key, PEM
    ///     (`apiclient_key.pem`)
    /// @param publicKeyId `hotline.top-ups.wechat-pay.public-key-id`: `PUB_KEY_ID_…`
    /// @param publicKey `hotline.top-ups.wechat-pay.public-key`: file of WeChat Pay's public key, PEM
    /// @param apiKey `hotline.top-ups.wechat-pay.api-key`: API v3 key, 32 characters; from the environment
    ///     (`HOTLINE_TOPUPS_WECHATPAY_APIKEY`)
    /// @param gateway `hotline.top-ups.wechat-pay.gateway`: WeChat Pay's own by default
    public record WechatPay(
            @DefaultValue("") String merchantId,
            @DefaultValue("") String appId,
            @DefaultValue("") String serial,
            @Nullable Path privateKey,
            @DefaultValue("") String publicKeyId,
            @Nullable Path publicKey,
            @DefaultValue("") String apiKey,

            @DefaultValue("https://api.mch.weixin.qq.com") String gateway) {
        public boolean isConfigured() {
            return !merchantId.isBlank();
        }

        @AssertTrue(
                message = "hotline.top-ups.wechat-pay: merchant-id, app-id, serial, private-key, public-key-id,"
                        + " public-key and an api-key of 32 characters go together")
        public boolean isComplete() {
            return !isConfigured()
                    || (!appId.isBlank()
                            && !serial.isBlank()
                            && privateKey != null
                            && !publicKeyId.isBlank()
                            && publicKey != null
                            && apiKey.length() == 32);
        }

        @Override
        public String toString() {
            return "WechatPay[" + merchantId + "]";
        }
    }
}
