package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.media.ToneDetector;
import org.hotline400.media.Tones;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// A line is confirmed by a real call: the enterprise asks, the line rings, hears a code, and names it.
@ServerTest
@Timeout(60)
class ConfirmedLineTest {
    private static final String LINE = "01066660077";
    private static final int INTRODUCTION_HZ = 300;
    private static final int LOWEST_HZ = 500;
    private static final int STEP_HZ = 150;
    private static final int FRAME = 800;

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private PromptLibrary prompts;

    @Autowired
    private TrunkDirectory directory;

    @Test
    void whoeverAnswersThereHearsTheCodeThatConfirmsTheLine() throws Exception {
        var shop = tenants.create("Mother and baby").id();
        digitsAreTones(shop);
        var owner = api.as(shop, Role.OWNER);
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var trunk = trunkTo(simulator);
            var phone = simulator.carrier().phone(LINE, Behaviour.answers(Voice.tone(400)));

            var asked = owner.post("/api/v1/forward-targets", "{\"number\": \"010-6666 0077\"}");

            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.json().at("/status").asString()).isEqualTo("ringing");
            var call = phone.awaitCall(PhoneLab.SOON);
            assertThat(call.awaitEnded(Duration.ofSeconds(20)).q850()).hasValue(16);
            var heard = digits(call.heard().samples());
            assertThat(heard).hasSize(8);
            var code = heard.substring(0, 4);
            assertThat(heard.substring(4)).isEqualTo(code);
            assertThat(call.invite().header("From").orElseThrow()).contains("anonymous");

            var confirmed = owner.post("/api/v1/forward-targets/" + LINE + "/confirm", "{\"code\": \"" + code + "\"}");
            assertThat(confirmed.status()).isEqualTo(200);
            assertThat(confirmed.json().at("/status").asString()).isEqualTo("confirmed");
            assertThat(owner.get("/api/v1/forward-targets")
                            .json()
                            .at("/0/number")
                            .asString())
                    .isEqualTo(LINE);
            assertThat(api.asOperator().delete(trunk).status()).isEqualTo(204);
        }
    }

    @Test
    void refusalsHaveStableCodes() {
        var shop = tenants.create("Mother and baby").id();
        var owner = api.as(shop, Role.OWNER);

        assertThat(owner.post("/api/v1/forward-targets", "{\"number\": \"4008888888\"}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/api/v1/forward-targets", "{\"number\": \"ext:8001\"}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/api/v1/forward-targets/" + LINE + "/confirm", "{\"code\": \"1234\"}")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("callplans.code-expired");
        assertThat(owner.put("/api/v1/forward-targets/" + LINE, "{\"tenant\": \"" + shop + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(owner.delete("/api/v1/forward-targets/" + LINE).status()).isEqualTo(404);
        assertThat(api.as(shop, Role.VIEWER)
                        .post("/api/v1/forward-targets", "{\"number\": \"" + LINE + "\"}")
                        .status())
                .isEqualTo(403);

        var vouched = api.asOperator().put("/api/v1/forward-targets/" + LINE, "{\"tenant\": \"" + shop + "\"}");
        assertThat(vouched.json().at("/status").asString()).isEqualTo("confirmed");
        assertThat(owner.delete("/api/v1/forward-targets/" + LINE).status()).isEqualTo(204);
    }

    private String trunkTo(Simulator simulator) {
        var address = simulator.carrier().address();
        var added = api.asOperator()
                .post("/api/v1/trunks", """
                {"name":"confirming","sources":[],
                 "outbound":{"host":"%s","port":%d,"priority":0,"weight":10}}
                """.formatted(address.getAddress().getHostAddress(), address.getPort()));
        assertThat(added.status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        directory.all().stream().anyMatch(trunk -> trunk.name().equals("confirming")));
        return added.header("Location");
    }

    private void digitsAreTones(TenantId tenant) throws IOException {
        upload(tenant, "system-confirmation-code", INTRODUCTION_HZ);
        for (int digit = 0; digit < 10; digit++) {
            upload(tenant, "system-say-" + digit, hz(digit));
        }
    }

    private void upload(TenantId tenant, String name, int hz) throws IOException {
        prompts.put(tenant, new PromptLibrary.Upload(new PromptName(name), Language.ZH, wav(hz), "", "test"));
    }

    private static int hz(int digit) {
        return LOWEST_HZ + digit * STEP_HZ;
    }

    /// 400 ms of a tone, 16-bit PCM at 8 kHz.
    private static byte[] wav(int hz) throws IOException {
        var source = Tones.sine(hz, Duration.ofMillis(400)).source();
        var frame = new short[160];
        var pcm = ByteBuffer.allocate(20 * 320).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 20 && source.read(frame); i++) {
            for (var sample : frame) {
                pcm.putShort(sample);
            }
        }
        var header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + pcm.capacity());
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        header.putShort((short) 1)
                .putInt(8000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(pcm.capacity());
        var wav = new ByteArrayOutputStream();
        wav.write(header.array());
        wav.write(pcm.array());
        return wav.toByteArray();
    }

    /// The digits whose tones were heard, one after the other with silence between.
    private static String digits(short[] samples) {
        var heard = new StringBuilder();
        int last = -1;
        for (int from = 0; from + FRAME <= samples.length; from += FRAME / 2) {
            int now = digit(samples, from);
            if (now >= 0 && now != last) {
                heard.append(now);
            }
            last = now;
        }
        return heard.toString();
    }

    private static int digit(short[] samples, int from) {
        for (int digit = 0; digit < 10; digit++) {
            if (ToneDetector.level(samples, from, FRAME, hz(digit)) > 0.6) {
                return digit;
            }
        }
        return -1;
    }
}
