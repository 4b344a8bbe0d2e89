package org.hotline400.server.billing.payments.alipay;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import com.alipay.api.internal.util.WebUtils;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundUrl;

/// How the SDK's requests go out.
final class AlipayHttp extends AbstractHttpClient {
    private static final int MOST_BYTES = 256 * 1024;

    private final OutboundHttp http;
    private final Duration deadline;

    AlipayHttp(OutboundHttp http, Duration deadline) {
        this.http = http;
        this.deadline = deadline;
    }

    @Override
    public String doPost(String url, Map<String, String> params, String charset, Map<String, String> headers)
            throws IOException {
        var request = OutboundRequest.post(
                        OutboundUrl.of(url),
                        "application/x-www-form-urlencoded;charset=" + charset,
                        WebUtils.buildQuery(params, charset))
                .within(deadline)
                .taking(MOST_BYTES);
        return switch (http.send(request)) {
            case OutboundResponse.Answered answered when answered.isSuccess() -> answered.body();
            case OutboundResponse.Answered answered -> throw new IOException("Alipay answered " + answered.status());
            case OutboundResponse.Refused(var code, var message) -> throw new IOException(code.code() + ": " + message);
            case OutboundResponse.Failed(var code, var message) -> throw new IOException(code.code() + ": " + message);
        };
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> params,
            Map<String, FileItem> files,
            String charset,
            Map<String, String> headers)
            throws IOException {
        throw new IOException("no files are sent to Alipay");
    }
}
