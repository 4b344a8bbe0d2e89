package org.hotline400.server.billing.payments;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alipay on this machine, as its documentation describes it, written without its SDK.
final class PayingAlipay extends PayingServer {
    static final String APP = "2021000000000001";
    static final String SELLER = "2088000000000001";

    private static final JsonMapper JSON = new JsonMapper();

    final KeyPair merchant = PayingKeys.pair();
    final KeyPair own = PayingKeys.pair();
    private final Map<String, Trade> trades = new ConcurrentHashMap<>();
    private final Map<String, String> refunds = new ConcurrentHashMap<>();
    /// Sub codes that refunds of an order are refused with.
    final Map<String, String> refusedRefunds = new ConcurrentHashMap<>();

    record Trade(String number, String amount, String status) {
        Trade now(String changed) {
            return new Trade(number, amount, changed);
        }
    }

    /// Somebody opens the page.
    ///
    /// @return what the order is, as the page shows it
    JsonNode open(String page) {
        var fields = fields(page.substring(page.indexOf('?') + 1));
        requireSigned(fields);
        var order = JSON.readTree(fields.getOrDefault("biz_content", "{}"));
        trades.putIfAbsent(
                order.at("/out_trade_no").asString(),
                new Trade(
                        UUID.randomUUID().toString().replace("-", "").substring(0, 28),
                        order.at("/total_amount").asString(),
                        "WAIT_BUYER_PAY"));
        return order;
    }

    /// Somebody pays; no notification is sent yet.
    Trade pay(String order) {
        return trades.compute(
                order, (_, trade) -> Optional.ofNullable(trade).orElseThrow().now("TRADE_SUCCESS"));
    }

    Trade trade(String order) {
        return Optional.ofNullable(trades.get(order)).orElseThrow();
    }

    /// All that went back of an order, as the merchant asked for it: by its number.
    Map<String, String> refunds() {
        return Map.copyOf(refunds);
    }

    /// A notification as it is sent.
    Map<String, String> notice(String order, String status, String... more) {
        var trade = trade(order);
        var fields = new TreeMap<String, String>();
        fields.put("notify_id", UUID.randomUUID().toString());
        fields.put("notify_type", "trade_status_sync");
        fields.put("charset", "UTF-8");
        fields.put("app_id", APP);
        fields.put("seller_id", SELLER);
        fields.put("out_trade_no", order);
        fields.put("trade_no", trade.number());
        fields.put("trade_status", status);
        fields.put("total_amount", trade.amount());
        fields.put("subject", "400 账户充值");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return signed(fields);
    }

    Map<String, String> signed(Map<String, String> fields) {
        var content = new TreeMap<>(fields);
        content.remove("sign");
        content.remove("sign_type");
        var all = new TreeMap<>(content);
        all.put("sign", PayingKeys.sign(own.getPrivate(), joined(content)));
        all.put("sign_type", "RSA2");
        return all;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    Answer answer(Request request) {
        var fields = fields(request.path().substring(request.path().indexOf('?') + 1));
        fields.putAll(fields(request.body()));
        requireSigned(fields);
        var content = JSON.readTree(fields.getOrDefault("biz_content", "{}"));
        var method = fields.getOrDefault("method", "");
        var name = method.replace('.', '_') + "_response";
        var node = JSON.writeValueAsString(node(method, content));
        return new Answer(
                200,
                Map.of("Content-Type", "text/html;charset=UTF-8"),
                "{\"" + name + "\":" + node + ",\"sign\":\"" + PayingKeys.sign(own.getPrivate(), node) + "\"}");
    }

    private Map<String, String> node(String method, JsonNode content) {
        var order = content.at("/out_trade_no").asString();
        var trade = trades.get(order);
        if (trade == null) {
            return refused("ACQ.TRADE_NOT_EXIST");
        }
        return switch (method) {
            case "alipay.trade.query" ->
                done(Map.of(
                        "out_trade_no",
                        order,
                        "trade_no",
                        trade.number(),
                        "trade_status",
                        trade.status(),
                        "total_amount",
                        trade.amount()));
            case "alipay.trade.close" -> close(order, trade);
            case "alipay.trade.refund" -> refund(order, content);
            case "alipay.trade.fastpay.refund.query" ->
                done(
                        refunds.containsKey(content.at("/out_request_no").asString())
                                ? Map.of("refund_status", "REFUND_SUCCESS")
                                : Map.of());
            default -> refused("isv.invalid-method");
        };
    }

    private Map<String, String> close(String order, Trade trade) {
        if (!trade.status().equals("WAIT_BUYER_PAY")) {
            return refused("ACQ.REASON_TRADE_STATUS_INVALID");
        }
        trades.put(order, trade.now("TRADE_CLOSED"));
        return done(Map.of("out_trade_no", order));
    }

    private Map<String, String> refund(String order, JsonNode content) {
        if (refusedRefunds.containsKey(order)) {
            return refused(refusedRefunds.getOrDefault(order, ""));
        }
        var before = refunds.put(
                content.at("/out_request_no").asString(),
                content.at("/refund_amount").asString());
        return done(Map.of("out_trade_no", order, "fund_change", before == null ? "Y" : "N"));
    }

    private static Map<String, String> done(Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("code", "10000");
        all.put("msg", "Success");
        return all;
    }

    private static Map<String, String> refused(String code) {
        return Map.of("code", "40004", "msg", "Business Failed", "sub_code", code, "sub_msg", "不可以");
    }

    private void requireSigned(Map<String, String> fields) {
        var content = new TreeMap<>(fields);
        var sign = Optional.ofNullable(content.remove("sign")).orElse("");
        if (!APP.equals(fields.get("app_id"))
                || !"RSA2".equals(fields.get("sign_type"))
                || !PayingKeys.isSigned(merchant.getPublic(), joined(content), sign)) {
            throw new IllegalArgumentException("not signed by the merchant");
        }
    }

    private static String joined(Map<String, String> sorted) {
        return sorted.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new TreeMap<String, String>();
        for (var part : encoded.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
