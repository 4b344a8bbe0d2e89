package org.hotline400.server.outbound.internal;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundResponse.Failed;
import org.hotline400.server.outbound.OutboundResponse.Failure;
import org.hotline400.server.outbound.OutboundResponse.Refusal;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a client's exception means.
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static OutboundResponse of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CheckedNames.NotAllowedException refused) {
                return new Refused(Refusal.ADDRESS_NOT_ALLOWED, String.valueOf(refused.getMessage()));
            }
            if (cause instanceof MessageConstraintException) {
                return new Failed(Failure.TOO_LARGE, "the answer has too many headers, or too long ones");
            }
        }
        if (e instanceof RuntimeException) {
            log.debug("a request failed unforeseen", e);
        }
        return failed(e);
    }

    private static Failed failed(Exception e) {
        return switch (e) {
            case UnknownHostException _ -> new Failed(Failure.NAME_UNKNOWN, "nobody knows the host " + e.getMessage());
            case ConnectionRequestTimeoutException _ ->
                new Failed(Failure.BUSY, "as many requests as may be are under way");
            case InterruptedIOException _ -> new Failed(Failure.TIMEOUT, "timed out: " + e.getMessage());
            case ConnectException _ -> new Failed(Failure.CONNECT, "cannot connect: " + e.getMessage());
            case NoRouteToHostException _ -> new Failed(Failure.CONNECT, "cannot connect: " + e.getMessage());
            case SSLException _ -> new Failed(Failure.TLS, "no secure connection: " + e.getMessage());
            default ->
                e.getCause() instanceof HttpException
                        ? new Failed(Failure.PROTOCOL, "the answer is no HTTP: " + e.getMessage())
                        : new Failed(Failure.BROKEN, "the connection broke: " + e.getMessage());
        };
    }
}
