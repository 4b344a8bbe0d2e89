package org.hotline400.server.telephony;

import org.hotline400.server.calls.HangUp;

/// What goes on the wire when the platform ends a call.
///
/// @param status the SIP final response before the answer (RFC 3261 §21)
/// @param q850 the cause for the Reason header (ITU-T Q.850, RFC 3326)
/// @param text the phrase of both
record Refusal(int status, int q850, String text) {

    static Refusal of(HangUp cause) {
        return switch (cause) {
            case NORMAL -> new Refusal(480, 16, "Normal call clearing");
            case UNKNOWN_NUMBER -> new Refusal(404, 1, "Unallocated number");
            case NOT_IN_SERVICE -> new Refusal(480, 22, "Number not in service");
            case NUMBER_CHANGED -> new Refusal(410, 22, "Number changed");
            case REJECTED -> new Refusal(403, 21, "Call rejected");
            case ARREARS -> new Refusal(480, 21, "Service suspended");
            case FUNDS_EXHAUSTED -> new Refusal(480, 31, "Funds exhausted");
            case BUSY -> new Refusal(486, 17, "Busy here");
            case NO_ANSWER -> new Refusal(480, 19, "No answer");
            case UNREACHABLE -> new Refusal(480, 20, "Nobody could be reached");
            case OVERLOADED -> new Refusal(503, 42, "Too many calls at the moment");
            case NO_COMMON_CODEC -> new Refusal(488, 88, "No codec in common");
            case MALFORMED -> new Refusal(400, 95, "Bad session description");
            case CALLER_SILENT -> new Refusal(480, 102, "Nothing was heard for too long");
            case PLAN_FAILURE -> new Refusal(500, 41, "The call plan failed");
            case CARRIER_FAILURE -> new Refusal(503, 38, "The carrier failed");
            case PLATFORM_FAILURE -> new Refusal(503, 41, "Temporary failure");
        };
    }
}
