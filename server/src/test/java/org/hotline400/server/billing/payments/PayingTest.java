package org.hotline400.server.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/// What tests of paying have in common: the whole server with both providers, which are on this machine; a
/// customer and two of the operator's finance people.
@ServerTest
@Import({PayingClock.Everywhere.class, PayingLetters.class})
@Timeout(120)
public abstract class PayingTest {
    static final PayingAlipay ALIPAY = new PayingAlipay();
    static final PayingWechat WECHAT = new PayingWechat();

    static final String TOP_UPS = "/api/v1/top-ups";

    @Autowired
    protected Api api;

    @Autowired
    protected Tenants tenants;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected CustomerAccounts accounts;

    @Autowired
    TopUpRounds rounds;

    @Autowired
    protected PayingClock clock;

    @Autowired
    protected PayingLetters letters;

    protected TenantId tenant;
    protected Api.Client owner;
    protected Api.Client finance;
    Api.Client secondFinance;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        var keys = folder();
        settings.add("hotline.outbound.allowed", () -> "127.0.0.1");
        settings.add("hotline.top-ups.notice-base", () -> "https://hotline.example.cn/");
        settings.add("hotline.top-ups.finance-mail", () -> "finance@example.cn");
        settings.add("hotline.payments.account-holder", () -> "测试运营商");
        settings.add("hotline.payments.bank", () -> "测试银行");
        settings.add("hotline.payments.account-number", () -> "000011112222");
        settings.add("hotline.top-ups.alipay.app-id", () -> PayingAlipay.APP);
        settings.add("hotline.top-ups.alipay.seller-id", () -> PayingAlipay.SELLER);
        settings.add("hotline.top-ups.alipay.gateway", () -> ALIPAY.address() + "/gateway.do");
        settings.add(
                "hotline.top-ups.alipay.private-key",
                () -> PayingKeys.file(keys, "app.pem", ALIPAY.merchant.getPrivate()));
        settings.add(
                "hotline.top-ups.alipay.public-key", () -> PayingKeys.file(keys, "ali.pem", ALIPAY.own.getPublic()));
        settings.add("hotline.top-ups.wechat-pay.merchant-id", () -> PayingWechat.MERCHANT);
        settings.add("hotline.top-ups.wechat-pay.app-id", () -> PayingWechat.APP);
        settings.add("hotline.top-ups.wechat-pay.serial", () -> PayingWechat.SERIAL);
        settings.add("hotline.top-ups.wechat-pay.public-key-id", () -> PayingWechat.KEY_ID);
        settings.add("hotline.top-ups.wechat-pay.api-key", () -> PayingWechat.API_KEY);
        settings.add("hotline.top-ups.wechat-pay.gateway", WECHAT::address);
        settings.add(
                "hotline.top-ups.wechat-pay.private-key",
                () -> PayingKeys.file(keys, "merchant.pem", WECHAT.merchant.getPrivate()));
        settings.add(
                "hotline.top-ups.wechat-pay.public-key",
                () -> PayingKeys.file(keys, "wechat.pem", WECHAT.own.getPublic()));
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("hotline-paying");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aCustomer() {
        tenant = tenants.create("Paying flower shop").id();
        owner = api.as(tenant, Role.OWNER);
        finance = api.as(TenantId.OPERATOR, Role.FINANCE_OFFICER);
        secondFinance = api.as(TenantId.OPERATOR, Role.FINANCE_OFFICER);
    }

    /// A top-up of the customer's.
    Api.Answer ask(String way, String amount) {
        return ask(way, amount, UUID.randomUUID().toString());
    }

    Api.Answer ask(String way, String amount, String key) {
        return owner.send(
                "POST", TOP_UPS, "{\"way\":\"%s\",\"amount\":\"%s\"}".formatted(way, amount), "Idempotency-Key", key);
    }

    static String id(Api.Answer answer) {
        return answer.json().at("/id").asString();
    }

    static String reference(Api.Answer answer) {
        return answer.json().at("/reference").asString();
    }

    static String code(Api.Answer answer) {
        return answer.json().at("/code").asString();
    }

    String state(Api.Answer topUp) {
        return owner.get(TOP_UPS + "/" + id(topUp)).json().at("/state").asString();
    }

    /// An order at Alipay, opened and paid there; Alipay has not told yet.
    Api.Answer paidAtAlipay(String amount) {
        var topUp = ask("alipay", amount);
        assertThat(topUp.status()).isEqualTo(201);
        ALIPAY.open(topUp.json().at("/howToPay/page").asString());
        ALIPAY.pay(reference(topUp));
        return topUp;
    }

    /// One that Alipay has told of.
    protected Api.Answer toppedUp(String amount) {
        var topUp = paidAtAlipay(amount);
        assertThat(tell(ALIPAY.notice(reference(topUp), "TRADE_SUCCESS"))).isEqualTo("success");
        return topUp;
    }

    /// What Alipay hears when it sends this.
    String tell(Map<String, String> notice) {
        var answer = api.withoutKey()
                .upload(
                        "/api/v1/payment-notices/alipay",
                        "application/x-www-form-urlencoded;charset=UTF-8",
                        PayingAlipay.form(notice).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    /// What WeChat Pay hears when it sends this.
    int tell(PayingWechat.Sent notice) {
        return api.withoutKey()
                .send(
                        "POST",
                        "/api/v1/payment-notices/wechat-pay",
                        notice.body(),
                        notice.headers().toArray(String[]::new))
                .status();
    }

    Api.Answer confirm(Api.Answer topUp, String amount, String bankReference) {
        return finance.post(
                TOP_UPS + "/" + id(topUp) + "/confirmations",
                "{\"bankReference\":\"%s\",\"amount\":\"%s\",\"on\":\"%s\"}"
                        .formatted(bankReference, amount, LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE)));
    }

    static String bankReference() {
        return "TEST" + UUID.randomUUID();
    }

    Api.Answer refund(Api.Answer topUp, String amount) {
        return refund(topUp, amount, UUID.randomUUID().toString());
    }

    Api.Answer refund(Api.Answer topUp, String amount, String key) {
        return finance.send(
                "POST",
                TOP_UPS + "/" + id(topUp) + "/refunds",
                "{\"amount\":\"%s\",\"reason\":\"重复充值\"}".formatted(amount),
                "Idempotency-Key",
                key);
    }

    /// The server goes round by itself as well: whoever comes first leaves nothing for the other.
    void goRoundAfter(Duration time, ThrowingRunnable then) {
        clock.jump(time);
        rounds.step();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(then);
    }

    /// What is on the customer's account.
    protected Money balance() {
        return transactions.asTenant(
                tenant,
                () -> ledger.find(tenant, CustomerAccounts.FUNDS)
                        .map(account -> new Money(account.balance()))
                        .orElse(Money.ZERO));
    }

    Money reserved() {
        return transactions.asTenant(
                tenant,
                () -> ledger.find(tenant, CustomerAccounts.FUNDS)
                        .map(account -> new Money(account.reserved()))
                        .orElse(Money.ZERO));
    }

    /// Odd payments of an order, as finance staff see them.
    List<String> odd(String order) {
        return finance.get("/api/v1/odd-payments?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/order").asString().equals(order))
                .map(item ->
                        item.at("/kind").asString() + " " + item.at("/amount").asString())
                .toList();
    }
}
