package org.hotline400.server.recordings.internal;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.recordings.RecordingSummary;

/// Proof that a recording was deleted.
///
/// @param text what was signed, letter by letter: one `name: value` a line
/// @param signature HMAC-SHA256 of the text's UTF-8, lower-case hexadecimal
/// @param masterKey the id of the key it was signed under (in releases before the vault the master key's)
/// @param valid whether the signature fits the text, under the key of this platform
public record DeletionCertificate(
        UUID recording, Instant deletedAt, String text, String signature, UUID masterKey, boolean valid) {

    static String text(RecordingSummary recording, Instant at, String by, String reason) {
        return """
                hotline400 deletion certificate 1
                recording: %s
                tenant: %s
                call: %s
                number: %s
                started: %s
                length-ms: %d
                bytes: %d
                sha256: %s
                deleted: %s
                by: %s
                reason: %s
                """.formatted(
                        recording.id(),
                        recording.tenant(),
                        recording.call(),
                        recording.number(),
                        recording.startedAt(),
                        recording.length().toMillis(),
                        recording.bytes(),
                        recording.sha256(),
                        at,
                        oneLine(by),
                        oneLine(reason));
    }

    /// So that nobody can write further lines into a certificate.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
