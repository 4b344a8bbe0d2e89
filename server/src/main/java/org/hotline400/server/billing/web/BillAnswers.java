package org.hotline400.server.billing.web;

import java.nio.charset.StandardCharsets;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What the controllers of bills have in common.
final class BillAnswers {
    static final Scope READ = Scope.read("bills");
    static final Scope WRITE = Scope.write("bills");
    static final Problem UNKNOWN = Problem.notFound("bills.unknown", "There is no such bill.", "没有这张账单。");
    static final String CSV = "text/csv";

    private BillAnswers() {}

    static ResponseEntity<byte[]> pdf(String name, byte[] file) {
        return file(name + ".pdf", MediaType.APPLICATION_PDF, file);
    }

    static ResponseEntity<byte[]> csv(String name, String text) {
        return file(
                name + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] file) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .contentType(type)
                .body(file);
    }
}
