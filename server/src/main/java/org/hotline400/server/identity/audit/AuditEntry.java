package org.hotline400.server.identity.audit;

import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// What somebody did. Never has bodies or secrets in it. A text that is too long is cut, and characters that are none
/// (controls, halves of surrogate pairs) become blanks: an entry is never refused for what a stranger sent.
///
/// @param tenant whose trail it goes into: that of whoever acts
/// @param principal who
/// @param name of the principal, as then; at most 200 characters
/// @param action what: a route and its method, or a verb such as `sign-in`; at most 200 characters
/// @param subject to what: ids, such as those in the path; at most 300 characters
/// @param detail the outcome, such as `403 forbidden`; at most 500 characters
/// @param address from where; empty to have it taken from the request going on. At most 200 characters
public record AuditEntry(
        TenantId tenant, UUID principal, String name, String action, String subject, String detail, String address) {
    private static final int REPLACEMENT = ' ';

    public AuditEntry {
        name = fitted(name, 200);
        action = fitted(action, 200);
        subject = fitted(subject, 300);
        detail = fitted(detail, 500);
        address = fitted(address, 200);
        if (action.isBlank()) {
            throw new IllegalArgumentException("an audit entry says what was done");
        }
    }

    AuditEntry from(String place) {
        return new AuditEntry(tenant, principal, name, action, subject, detail, place);
    }

    private static String fitted(String text, int most) {
        var clean = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(c -> Character.isISOControl(c) || isHalf(c) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
