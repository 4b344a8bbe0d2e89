package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.PaymentProvider;
import org.hotline400.server.billing.payments.ProviderNotices;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where payment providers tell what happened. Anybody may send here; what is not signed by the provider has
/// no effect.
@RestController
@RequestMapping("/api/v1/payment-notices")
@Tag(name = "payments")
class PaymentNoticesController {
    private static final int MOST_BYTES = 64 * 1024;

    private final ProviderNotices notices;

    PaymentNoticesController(ProviderNotices notices) {
        this.notices = notices;
    }

    /// What WeChat Pay expects where something is wrong.
    record WechatRefusal(String code, String message) {}

    @PostMapping(path = "/alipay", produces = MediaType.TEXT_PLAIN_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "Takes a notification of Alipay",
            description = "A form, signed by Alipay. The answer is `success`, or `fail`: then it is sent again.")
    String alipay(HttpServletRequest request) {
        var form = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        return notices.take(PayWay.ALIPAY, new PaymentProvider.Message(Map.of(), form, "")) ? "success" : "fail";
    }

    @PostMapping("/wechat-pay")
    @SecurityRequirements
    @Operation(
            summary = "Takes a notification of WeChat Pay",
            description = "JSON, signed in its headers. 204, or 400: then it is sent again.")
    ResponseEntity<WechatRefusal> wechatPay(HttpServletRequest request) throws IOException {
        var message = new PaymentProvider.Message(headers(request), Map.of(), body(request));
        return notices.take(PayWay.WECHAT_PAY, message)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.badRequest().body(new WechatRefusal("FAIL", "失败"));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }

    private static String body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
