package org.hotline400.server.billing.payments.wechat;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundRequest.Content;
import org.hotline400.server.outbound.OutboundRequest.Method;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How the SDK's requests go out. What is signed is path, query and body, so another host may stand for
/// WeChat Pay's.
final class WechatHttp extends AbstractHttpClient {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Set<String> SET_OTHERWISE = Set.of("content-type", "host", "content-length");

    private final String gateway;
    private final OutboundHttp http;
    private final Duration deadline;

    WechatHttp(Config config, String gateway, OutboundHttp http, Duration deadline) {
        super(config.createCredential(), config.createValidator());
        this.gateway = gateway.replaceAll("/+$", "");
        this.http = http;
        this.deadline = deadline;
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        return switch (http.send(outbound(request))) {
            case OutboundResponse.Answered answered when isReadable(answered.body()) -> answer(request, answered);
            case OutboundResponse.Answered answered ->
                throw away(request, "it answered " + answered.status() + " with something that is no JSON");
            case OutboundResponse.Refused(var code, var message) -> throw away(request, code.code() + ": " + message);
            case OutboundResponse.Failed(var code, var message) -> throw away(request, code.code() + ": " + message);
        };
    }

    /// The SDK fails with an exception of its JSON library where a proxy on the way answers with a page.
    private static boolean isReadable(String body) {
        try {
            return body.isEmpty() || JsonMapper.shared().readTree(body).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    private OutboundRequest outbound(HttpRequest request) {
        var headers = new LinkedHashMap<String, String>();
        request.getHeaders().getHeaders().forEach((name, value) -> {
            if (!SET_OTHERWISE.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        var content = request.getBody() instanceof JsonRequestBody json
                ? new Content("application/json", json.getBody())
                : Content.NONE;
        return new OutboundRequest(
                        Method.valueOf(request.getHttpMethod().name()),
                        OutboundUrl.of(gateway + request.getUrl().getFile()),
                        headers,
                        content,
                        OutboundRequest.Terms.USUAL)
                .within(deadline)
                .taking(MOST_BYTES);
    }

    private static OriginalResponse answer(HttpRequest request, OutboundResponse.Answered answered) {
        return new OriginalResponse.Builder()
                .request(request)
                .statusCode(answered.status())
                .headers(named(answered.headers()))
                .contentType(answered.header("content-type").orElse(""))
                .body(answered.body())
                .build();
    }

    /// The SDK looks headers up by their usual spelling.
    private static Map<String, String> named(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> spelled(entry.getKey()),
                        entry -> entry.getValue().getFirst(),
                        (one, _) -> one));
    }

    private static String spelled(String name) {
        return "request-id".equals(name)
                ? "Request-ID"
                : Arrays.stream(name.split("-"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining("-"));
    }

    private static HttpException away(HttpRequest request, String why) {
        return new HttpException(request, new IOException(why));
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        throw new UnsupportedOperationException("nothing is downloaded from WeChat Pay");
    }

    @Override
    protected String getHttpClientInfo() {
        return "hotline400";
    }
}
