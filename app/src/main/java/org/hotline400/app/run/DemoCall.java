package org.hotline400.app.run;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hotline400.app.call.CallerStory;
import org.hotline400.app.call.Plan;
import org.hotline400.app.call.PromptRecognition;
import org.hotline400.simulator.Carrier;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.hotline400.sip.NameAddress;
import tools.jackson.databind.JsonNode;

/// The demo's one call: to the school's number, through both levels of its menu, to the Beijing branch.
final class DemoCall {
    /// What a line of the simulated carrier sounds like when it answers.
    static final int LINE_HZ = 700;

    private static final int CALLER_HZ = 400;
    private static final String SCHOOL = "4008888888";
    private static final String CALLER = "13812345678";
    private static final String KEYS = "12";

    private final Platform platform;
    private final Carrier carrier;
    private final PrintWriter out;
    private final BooleanSupplier stopping;

    DemoCall(Platform platform, Carrier carrier, PrintWriter out, BooleanSupplier stopping) {
        this.platform = platform;
        this.carrier = carrier;
        this.out = out;
        this.stopping = stopping;
    }

    /// Places the call, tells it, and says where its traces are.
    void tell() throws InterruptedException {
        print("\n一个真实的电话:" + CALLER + " 拨打 " + SCHOOL + ",按 1 再按 2 · a real call: " + CALLER + " dials " + SCHOOL
                + ", presses 1, then 2");
        var call = carrier.call(Order.to(SCHOOL).from(CALLER).saying(Voice.tone(CALLER_HZ)));
        new CallerStory(call, Plan.demo(KEYS), PromptRecognition.ofTheJar(), this::print, InstantSource.system())
                .endingWhen(stopping)
                .follow();
        tellLine();
        var record = new CallRecords(api(), key()).ofSipCall(call.callId());
        record.ifPresent(this::tellStory);
        tellWhereToLook(record);
    }

    private String api() {
        return "http://" + platform.http() + "/api/v1";
    }

    private String key() {
        return platform.apiKeys().getOrDefault("school", "");
    }

    private void print(Object line) {
        out.println(line);
        out.flush();
    }

    /// What the called line saw: the caller's true number, and the 400 number beside it.
    private void tellLine() {
        var invites = carrier.received().stream()
                .filter(request -> request.method().equals("INVITE"))
                .toList();
        if (invites.isEmpty()) {
            return;
        }
        var invite = invites.getLast();
        var line = invite.uri().user().orElse("?");
        var caller = number(invite.header("From"));
        var hotline = number(invite.headers("Diversion").stream().findFirst());
        print("运营商侧:呼叫 " + line + ",主叫显示 " + caller + ",经由 " + hotline + " · at the carrier: ring " + line
                + ", caller shown " + caller + ", diverted by " + hotline);
    }

    private static String number(Optional<String> address) {
        return address.map(NameAddress::parse)
                .flatMap(parsed -> parsed.uri().user())
                .orElse("?");
    }

    /// The same call as the platform wrote it down.
    private void tellStory(JsonNode record) {
        print("\n平台的记录 · what the platform wrote down:");
        for (var line : record.path("story")) {
            print("  " + line.path("at").asString("") + "  " + line.path("zh").asString("") + " · "
                    + line.path("en").asString(""));
        }
        print("  振铃 " + record.path("ringSeconds").asString("0") + " 秒,通话 "
                + record.path("talkSeconds").asString("0") + " 秒,结束原因 "
                + record.path("endReason").asString("") + " · rang "
                + record.path("ringSeconds").asString("0")
                + " s, talked " + record.path("talkSeconds").asString("0") + " s, ended: "
                + record.path("endReason").asString(""));
    }

    private void tellWhereToLook(Optional<JsonNode> record) {
        var curl = "  curl -s -H 'Authorization: Bearer " + key() + "' '" + api() + "/calls";
        var id = record.map(found -> found.path("id").asString("")).orElse("");
        print("\n通话记录 · the record:");
        print(curl + (id.isEmpty() ? "?limit=1" : "/" + id) + "'");
        if (!id.isEmpty()) {
            print("录音(左声道来电者,右声道对方)· the recording (caller left, the other side right):");
            print(curl + "/" + id + "/recording' -o recording.wav");
            print("信令 · the SIP ladder:");
            print(curl + "/" + id + "/ladder'");
        }
        print("控制台,用上面 account 各行登录 · the console, for those of the lines \"account\" above:");
        print("  http://" + platform.http());
        print("再打一次,在另一个终端 · call again, from another terminal:");
        print("  ./hotline call " + SCHOOL + " --keys 1,2");
    }
}
