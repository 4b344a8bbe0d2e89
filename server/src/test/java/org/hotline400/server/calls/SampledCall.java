package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.prompts.Prompts;

/// One call through the whole server but for SIP, for tests of other modules that want a record.
public final class SampledCall {
    private SampledCall() {}

    /// Leads a call to its end; every target answers.
    public static CallId take(PhoneCalls desk, Prompts prompts, HotlineNumber number, String caller) {
        var call = new IncomingCall(CallId.next(), caller, number.digits(), "carrier", "a@192.0.2.1", Instant.now());
        var others = new Behaviour.Answers(Duration.ofSeconds(3), Duration.ofSeconds(30));
        var script = new RehearsalScript(
                call.callerRaw(), call.at(), List.of(), Map.of(), others, null, Duration.ofSeconds(5));
        desk.take(new RehearsedPhone(call, script, prompts));
        return call.id();
    }
}
