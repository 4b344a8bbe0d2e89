package org.hotline400.server.recordings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sound.sampled.AudioSystem;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.recordings.RecordingStore;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.recordings.Recordings;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RecordingApiTest {
    private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");
    private static final int FRAMES = 20_000;
    private static final int WAV = 44 + 4 * FRAMES;

    @Autowired
    private RecordingStore store;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Api api;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private TenantId shop;
    private Api.Client owner;

    @BeforeEach
    void aShop() {
        shop = tenants.create("Mother and baby").id();
        owner = api.as(shop, Role.OWNER);
    }

    /// The caller's side counts up, the callee's down.
    private static byte[] audio() {
        byte[] audio = new byte[2 * FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            audio[2 * i] = (byte) i;
            audio[2 * i + 1] = (byte) -i;
        }
        return audio;
    }

    private RecordingSummary record(String number) throws IOException {
        CallId call = CallId.next();
        OpenRecording recording = store.open(new RecordingRequest(
                call,
                shop,
                new HotlineNumber(number),
                RecordingKind.CONVERSATION,
                RecordingRequest.DEFAULT_RETENTION,
                START));
        recording.write(ByteBuffer.wrap(audio()));
        recording.close(false);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> recordings.ofCall(shop, call), found -> !found.isEmpty())
                .getFirst();
    }

    private static byte[] wav(int... sides) {
        ByteBuffer pcm = ByteBuffer.allocate(2 * FRAMES * sides.length).order(ByteOrder.LITTLE_ENDIAN);
        byte[] audio = audio();
        for (int i = 0; i < FRAMES; i++) {
            for (int side : sides) {
                pcm.putShort(G711.decode(Codec.PCMA, audio[2 * i + side]));
            }
        }
        return pcm.array();
    }

    @Test
    void theAudioComesAsStereoWav() throws Exception {
        RecordingSummary recording = record("4006173952");

        Api.Answer answer = owner.get("/api/v1/calls/" + recording.call() + "/recording");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(WAV));
        assertThat(answer.header("Content-Disposition")).contains("4006173952-" + recording.id() + ".wav");
        assertThat(Arrays.copyOfRange(answer.bytes(), 44, WAV)).isEqualTo(wav(0, 1));
        var format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(answer.bytes()));
        assertThat(format.getFormat().getChannels()).isEqualTo(2);
        assertThat(format.getFormat().getSampleRate()).isEqualTo(8_000);
        assertThat(format.getFrameLength()).isEqualTo(FRAMES);
    }

    @Test
    void eitherSideCanBeHeardAlone() throws Exception {
        RecordingSummary recording = record("4006173952");
        String path = "/api/v1/recordings/" + recording.id() + "/audio?channel=";

        byte[] caller = owner.get(path + "caller").bytes();
        byte[] callee = owner.get(path + "callee").bytes();

        assertThat(Arrays.copyOfRange(caller, 44, caller.length)).isEqualTo(wav(0));
        assertThat(Arrays.copyOfRange(callee, 44, callee.length)).isEqualTo(wav(1));
        assertThat(owner.get(path + "left").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0|0|1",
                "bytes=0-43|0|44",
                "bytes=10-60|10|51",
                "bytes=43-44|43|2",
                "bytes=45-45|45|1",
                "bytes=31000-65000|31000|34001",
                "bytes=80000-|80000|44",
                "bytes=-5|80039|5",
                "bytes=-9999999|0|80044",
                "bytes=80043-99999999|80043|1"
            })
    void aRangeIsServedAlone(String range, int from, int length) throws Exception {
        RecordingSummary recording = record("4006173952");
        String path = "/api/v1/recordings/" + recording.id() + "/audio";
        byte[] whole = owner.get(path).bytes();

        Api.Answer answer = owner.send("GET", path, "", "Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + (from + length - 1) + "/" + WAV);
        assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(whole, from, from + length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=80044-", "bytes=99999999-", "bytes=-0"})
    void aRangeBehindTheEndIsRefused(String range) throws Exception {
        RecordingSummary recording = record("4006173952");

        Api.Answer answer = owner.send("GET", "/api/v1/recordings/" + recording.id() + "/audio", "", "Range", range);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + WAV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "bytes=5-2", "items=0-1", "bytes=x-", "bytes=-"})
    void aRangeThatCannotBeServedIsIgnored(String range) throws Exception {
        RecordingSummary recording = record("4006173952");

        Api.Answer answer = owner.send("GET", "/api/v1/recordings/" + recording.id() + "/audio", "", "Range", range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).hasSize(WAV);
    }

    @Test
    void headAndConditionalRequestsSendNoAudio() throws Exception {
        String path = "/api/v1/recordings/" + record("4006173952").id() + "/audio";

        Api.Answer head = owner.send("HEAD", path, "");
        Api.Answer unchanged = owner.send("GET", path, "", "If-None-Match", head.header("ETag"));
        Api.Answer changed = owner.send("GET", path, "", "Range", "bytes=0-9", "If-Range", "\"other\"");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(WAV));
        assertThat(head.bytes()).isEmpty();
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void anotherTenantFindsNothingAndTheOperatorEverything() throws Exception {
        RecordingSummary recording = record("4006173952");
        Api.Client rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        for (String path : new String[] {
            "/api/v1/recordings/" + recording.id(),
            "/api/v1/recordings/" + recording.id() + "/audio",
            "/api/v1/calls/" + recording.call() + "/recording"
        }) {
            assertThat(rival.get(path).status()).isEqualTo(404);
            assertThat(rival.get(path).json().at("/code").asString()).isEqualTo("recordings.unknown");
            assertThat(api.asOperator().get(path).status()).isEqualTo(200);
            assertThat(api.withoutKey().get(path).status()).isEqualTo(401);
        }
        assertThat(rival.get("/api/v1/recordings").json().at("/items")).isEmpty();
        assertThat(rival.delete("/api/v1/recordings/" + recording.id() + "?reason=x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsNewestFirstInPages() throws Exception {
        record("4006173952");
        record("4008888888");
        record("4006173952");

        Api.Answer first = owner.get("/api/v1/recordings?limit=2");
        Api.Answer second = owner.get(
                "/api/v1/recordings?limit=2&cursor=" + first.json().at("/next").asString());

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/next").isMissingNode()).isTrue();
        assertThat(owner.get("/api/v1/recordings?number=400-888-8888").json().at("/items"))
                .hasSize(1);
        assertThat(owner.get("/api/v1/recordings?from=2026-11-02T00:00:00Z")
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithAQuery() {
        Api.Answer answer = owner.get("/api/v1/recordings?from=yesterday&number=12&cursor=x&limit=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations")).hasSize(4);
    }

    @Test
    void aDeletionIsForGoodAndCertified() throws Exception {
        RecordingSummary recording = record("4006173952");
        String path = "/api/v1/recordings/" + recording.id();
        assertThat(owner.delete(path).status()).as("without a reason").isEqualTo(400);
        assertThat(api.as(shop, Role.VIEWER).delete(path + "?reason=x").status())
                .isEqualTo(403);

        Api.Answer deleted = owner.delete(path + "?reason=the+caller+asked");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().at("/valid").asBoolean()).isTrue();
        assertThat(deleted.json().at("/text").asString())
                .contains("sha256: " + recording.sha256(), "by: A owner", "reason: the caller asked");
        assertThat(owner.get(path + "/deletion-certificate").json()).isEqualTo(deleted.json());
        assertThat(owner.get(path).json().at("/state").asString()).isEqualTo("deleted");
        assertThat(owner.get(path + "/audio").status()).isEqualTo(410);
        assertThat(owner.delete(path + "?reason=again").status()).isEqualTo(410);
        assertThat(owner.get("/api/v1/recordings").json().at("/items")).isEmpty();
        assertThat(owner.get("/api/v1/recordings?deleted=true").json().at("/items"))
                .hasSize(1);
    }

    @Test
    void aHeldRecordingIsNotDeleted() throws Exception {
        String path = "/api/v1/recordings/" + record("4006173952").id();
        assertThat(owner.put(path + "/legal-hold", "").json().at("/legalHold").asBoolean())
                .isTrue();

        assertThat(owner.delete(path + "?reason=x").status()).isEqualTo(409);
        owner.delete(path + "/legal-hold");

        assertThat(owner.delete(path + "?reason=x").status()).isEqualTo(200);
    }

    @Test
    void everyAccessIsInTheLog() throws Exception {
        RecordingSummary recording = record("4006173952");
        String path = "/api/v1/recordings/" + recording.id();
        owner.send("GET", path + "/audio?channel=caller", "", "Range", "bytes=0-9");
        owner.get("/api/v1/recordings/export");
        owner.delete(path + "?reason=x");

        var lines = transactions.asTenant(
                shop,
                () -> jdbc.sql(
                                "select action || ' ' || detail || ' ' || name || ' ' || address from recordings.access_log order by id")
                        .query(String.class)
                        .list());

        assertThat(lines)
                .containsExactly(
                        "listen caller bytes=0-9 A owner 127.0.0.1",
                        "export  A owner 127.0.0.1",
                        "delete x A owner 127.0.0.1");
    }

    @Test
    void anExportHoldsEveryRecordingAndAnIndexThatFits() throws Exception {
        record("4006173952");
        record("4006173952");
        record("4008888888");

        Api.Answer answer = owner.get("/api/v1/recordings/export?number=4006173952");

        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        Map<String, byte[]> files = unzip(answer.bytes());
        var index = new String(files.remove("index.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(index).hasSize(3);
        assertThat(index.getFirst()).isEqualTo("id,call,number,kind,state,started,length_ms,sha256,file");
        for (int i = 1; i < 3; i++) {
            String[] cells = index.get(i).split(",", -1);
            byte[] wav = files.remove(cells[8]);
            assertThat(wav).hasSize(WAV);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(wav)))
                    .isEqualTo(cells[7]);
            assertThat(cells[6]).isEqualTo("2500");
        }
        assertThat(files).isEmpty();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
