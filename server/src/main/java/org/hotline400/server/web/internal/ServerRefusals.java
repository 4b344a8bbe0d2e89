package org.hotline400.server.web.internal;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemWriter;
import org.jspecify.annotations.Nullable;

/// What Tomcat itself refuses, such as a path with a NUL, in the form of all other refusals instead of a page of its
/// own.
final class ServerRefusals extends ErrorReportValve {
    private final ProblemWriter writer;

    ServerRefusals(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(problem(status), request, response);
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("whoever asked has gone", e);
        }
    }

    private static Problem problem(int status) {
        return status < 500
                ? new Problem(
                        status,
                        "refused",
                        "This is no request that HTTP allows: look at its path, which may lack escapes, and its headers.",
                        "请求不符合 HTTP 规范：请检查路径（是否正确转义）和请求头。")
                : new Problem(status, "failed", Problem.FAILED.english(), Problem.FAILED.chinese());
    }
}
