package org.hotline400.server.billing.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WeChat Pay on this machine, as its documentation describes API v3, written without its SDK.
final class PayingWechat extends PayingServer {
    static final String MERCHANT = "1900000001";
    static final String APP = "wx0000000000000001";
    static final String SERIAL = "0000000000000000000000000000000000000001";
    static final String KEY_ID = "PUB_KEY_ID_0000000000000000000000000001";
    static final String API_KEY = "00000000000000000000000000000400";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CREDENTIAL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    final KeyPair merchant = PayingKeys.pair();
    final KeyPair own = PayingKeys.pair();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Long> refunds = new ConcurrentHashMap<>();
    /// What a new refund is: `PROCESSING` until somebody says otherwise.
    volatile String refundStatus = "SUCCESS";

    record Order(String number, long fen, String state) {
        Order now(String changed) {
            return new Order(number, fen, changed);
        }
    }

    /// A notification as it is sent.
    record Sent(String body, List<String> headers) {
        Sent {
            headers = List.copyOf(headers);
        }
    }

    /// Somebody scans the code and pays; no notification is sent yet.
    Order pay(String order) {
        return orders.compute(
                order, (_, one) -> Optional.ofNullable(one).orElseThrow().now("SUCCESS"));
    }

    Order order(String order) {
        return Optional.ofNullable(orders.get(order)).orElseThrow();
    }

    /// Fen that went back, by the merchant's number.
    Map<String, Long> refunds() {
        return Map.copyOf(refunds);
    }

    Sent paidNotice(String order) {
        var one = order(order);
        return notice("TRANSACTION.SUCCESS", transaction(order, one, one.fen(), MERCHANT));
    }

    static Map<String, Object> transaction(String order, Order one, long fen, String merchant) {
        return Map.of(
                "mchid",
                merchant,
                "appid",
                APP,
                "out_trade_no",
                order,
                "transaction_id",
                one.number(),
                "trade_type",
                "NATIVE",
                "trade_state",
                one.state(),
                "amount",
                Map.of("total", fen, "payer_total", fen, "currency", "CNY"));
    }

    Sent refundNotice(String order, String number, long fen) {
        var one = order(order);
        return notice(
                "REFUND.SUCCESS",
                Map.of(
                        "mchid",
                        MERCHANT,
                        "out_trade_no",
                        order,
                        "transaction_id",
                        one.number(),
                        "out_refund_no",
                        number,
                        "refund_id",
                        "50" + number.substring(0, 20),
                        "refund_status",
                        "SUCCESS",
                        "amount",
                        Map.of("total", one.fen(), "refund", fen, "payer_total", one.fen(), "payer_refund", fen)));
    }

    Sent notice(String event, Map<String, Object> told) {
        var nonce = UUID.randomUUID().toString().substring(0, 12);
        var body = JSON.writeValueAsString(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "create_time",
                "2026-11-27T12:00:00+08:00",
                "resource_type",
                "encrypt-resource",
                "event_type",
                event,
                "summary",
                "支付成功",
                "resource",
                Map.of(
                        "original_type", "transaction",
                        "algorithm", "AEAD_AES_256_GCM",
                        "ciphertext", sealed(nonce, JSON.writeValueAsString(told)),
                        "associated_data", "transaction",
                        "nonce", nonce)));
        return new Sent(body, flat(signature(body)));
    }

    private static List<String> flat(Map<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toList();
    }

    private static String sealed(String nonce, String text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> signature(String body) {
        var time = String.valueOf(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        return Map.of(
                "Wechatpay-Timestamp", time,
                "Wechatpay-Nonce", nonce,
                "Wechatpay-Serial", KEY_ID,
                "Wechatpay-Signature", PayingKeys.sign(own.getPrivate(), time + "\n" + nonce + "\n" + body + "\n"));
    }

    @Override
    Answer answer(Request request) {
        requireSigned(request);
        var body = request.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(request.body());
        var path = request.path().replaceAll("\\?.*", "");
        if (path.equals("/v3/pay/transactions/native")) {
            return prepay(body);
        }
        if (path.equals("/v3/refund/domestic/refunds")) {
            return refund(body);
        }
        var order = path.replaceAll(".*/out-trade-no/([^/]+).*", "$1");
        return path.endsWith("/close") ? close(order) : query(order);
    }

    private Answer prepay(JsonNode body) {
        var order = body.at("/out_trade_no").asString();
        if (!MERCHANT.equals(body.at("/mchid").asString())
                || !APP.equals(body.at("/appid").asString())) {
            return refused(400, "PARAM_ERROR");
        }
        orders.putIfAbsent(
                order,
                new Order(
                        "42" + UUID.randomUUID().toString().replace("-", "").substring(0, 26),
                        body.at("/amount/total").asLong(),
                        "NOTPAY"));
        return signed(200, Map.of("code_url", "weixin://wxpay/bizpayurl?pr=" + order));
    }

    private Answer query(String order) {
        var one = orders.get(order);
        return one == null
                ? refused(404, "ORDER_NOT_EXIST")
                : signed(200, transaction(order, one, one.fen(), MERCHANT));
    }

    private Answer close(String order) {
        var one = orders.get(order);
        if (one != null && one.state().equals("SUCCESS")) {
            return refused(400, "ORDER_PAID");
        }
        if (one != null) {
            orders.put(order, one.now("CLOSED"));
        }
        return signed(204, Map.of());
    }

    private Answer refund(JsonNode body) {
        var number = body.at("/out_refund_no").asString();
        refunds.put(number, body.at("/amount/refund").asLong());
        var all = new HashMap<String, Object>();
        all.put("refund_id", "50" + number.substring(0, 20));
        all.put("out_refund_no", number);
        all.put("out_trade_no", body.at("/out_trade_no").asString());
        all.put("status", refundStatus);
        return signed(200, all);
    }

    private Answer signed(int status, Map<String, ?> fields) {
        var body = status == 204 ? "" : JSON.writeValueAsString(fields);
        var headers = new HashMap<>(signature(body));
        headers.put("Content-Type", "application/json");
        headers.put("Request-ID", UUID.randomUUID().toString());
        return new Answer(status, headers, body);
    }

    private Answer refused(int status, String code) {
        return signed(status, Map.of("code", code, "message", "不可以"));
    }

    private void requireSigned(Request request) {
        var said = new HashMap<String, String>();
        var found = CREDENTIAL.matcher(request.headers().getOrDefault("authorization", ""));
        while (found.find()) {
            said.put(found.group(1), found.group(2));
        }
        var text = String.join(
                "\n",
                request.method(),
                request.path(),
                said.getOrDefault("timestamp", ""),
                said.getOrDefault("nonce_str", ""),
                request.body(),
                "");
        if (!MERCHANT.equals(said.get("mchid"))
                || !SERIAL.equals(said.get("serial_no"))
                || !PayingKeys.isSigned(merchant.getPublic(), text, said.getOrDefault("signature", ""))) {
            throw new IllegalArgumentException("not signed by the merchant");
        }
    }
}
