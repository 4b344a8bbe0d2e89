package org.hotline400.server.callplans.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// The number that a request is about, and its holder.
record HeldNumber(TenantId holder, HotlineNumber number) {
    static final int MOST_NOTE = 500;

    private static final Problem UNKNOWN_NUMBER =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");
    /// More than a plan may have, so that one that is too large is told so by the checker.
    private static final int MOST_BYTES = 1024 * 1024;

    /// From the database: a number that was given out this instant is its holder's at once.
    static HeldNumber of(Caller caller, HotlineNumbers numbers, String text) {
        var checks = new Checks();
        var number = checks.read("number", "numbers.malformed", text, HotlineNumber::parse);
        checks.done();
        return of(caller, numbers, number.get());
    }

    static HeldNumber of(Caller caller, HotlineNumbers numbers, HotlineNumber number) {
        return numbers.find(number)
                .map(known -> known.tenant())
                .filter(holder -> caller.isOperator() || holder.equals(caller.tenant()))
                .map(holder -> new HeldNumber(holder, number))
                .orElseThrow(() -> new ProblemException(UNKNOWN_NUMBER));
    }

    /// What this caller wants to publish for the number.
    PlanDraft draft(Caller caller, String document, String note) {
        return new PlanDraft(holder, number, document, bounds(caller), caller.name(), note);
    }

    static PlanBounds bounds(Caller caller) {
        return caller.isOperator() ? PlanBounds.OPERATOR : PlanBounds.CUSTOMER;
    }

    static void checkNote(Checks checks, String note) {
        if (note.length() > MOST_NOTE) {
            checks.add("note", "out-of-range", "has at most " + MOST_NOTE + " characters");
        }
    }

    /// The document as its author wrote it; empty without a body.
    static String document(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
}
