package org.hotline400.server.recordings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.recordings.internal.RecordingFixture.SHOP;
import static org.hotline400.server.recordings.internal.RecordingFixture.audio;
import static org.hotline400.server.recordings.internal.RecordingFixture.request;
import static org.hotline400.server.recordings.internal.RecordingFixture.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingState;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.UnknownKeyException;
import org.hotline400.server.vault.internal.VaultFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingFolderTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 320, 15_998, 16_000, 16_002, 32_000, 50_000})
    void givesBackWhatWasRecorded(int bytes) throws IOException {
        var fixture = new RecordingFixture(root);
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio(bytes));
        assertThat(recording.length().toMillis()).isEqualTo(bytes / 16);

        recording.close(false);

        Path kept = fixture.kept().getFirst();
        assertThat(fixture.root.resolve("kept").relativize(kept))
                .hasToString(SHOP + "/2026/03/01/" + recording.id() + ".rec");
        assertThat(fixture.audioOf(kept)).isEqualTo(audio(bytes));
        try (RecordingFile file = fixture.read(kept)) {
            assertThat(file.state()).isEqualTo(RecordingState.COMPLETE);
            assertThat(file.length()).hasMillis(bytes / 16);
        }
        assertThat(fixture.open()).isEmpty();
        assertThat(fixture.pending.oldest(10)).containsOnlyKeys(recording.id());
    }

    @Test
    void theHeaderTellsWhoseItIs() throws IOException {
        var fixture = new RecordingFixture(root);
        var request = request();
        fixture.folder.open(request).close(false);

        try (RecordingFile file = fixture.read(fixture.kept().getFirst())) {
            assertThat(file.header().request()).isEqualTo(request);
        }
    }

    @Test
    void audioIsNotReadableOnDisk() throws IOException {
        var fixture = new RecordingFixture(root);
        OpenRecording recording = fixture.folder.open(request());
        byte[] tone = new byte[32_000];
        Arrays.fill(tone, (byte) 0xD5);
        write(recording, tone);
        recording.close(false);

        byte[] onDisk = Files.readAllBytes(fixture.kept().getFirst());

        int[] counts = new int[256];
        for (byte b : onDisk) {
            counts[b & 0xff]++;
        }
        assertThat(Arrays.stream(counts).max().getAsInt()).isLessThan(300);
    }

    @Test
    void aFileCutAnywhereByACrashKeepsEveryWholeSecond() throws IOException {
        byte[] audio = audio(2 * 16_000 + 500);
        byte[] whole = fileOf(audio);
        for (int cut = 0; cut <= whole.length; cut += cut < 300 || whole.length - cut < 540 ? 1 : 397) {
            Path file = Files.write(root.resolve("cut.rec"), Arrays.copyOf(whole, cut));
            var keys = VaultFixture.keys();
            if (cut < RecordingHeader.BYTES) {
                assertThatThrownBy(() -> RecordingRecovery.finish(file, keys))
                        .isInstanceOf(DamagedRecordingException.class);
                continue;
            }
            RecordingRecovery.finish(file, keys);
            RecordingRecovery.finish(file, keys);

            try (RecordingFile recovered = RecordingFile.open(Files.newByteChannel(file), keys)) {
                int seconds = Math.min(2, (cut - RecordingHeader.BYTES) / RecordingFile.SEALED_CHUNK);
                boolean all = cut == whole.length;
                assertThat(RecordingFixture.audioOf(recovered))
                        .as("cut at %d", cut)
                        .isEqualTo(all ? audio : Arrays.copyOf(audio, seconds * 16_000));
                assertThat(recovered.state()).isEqualTo(all ? RecordingState.COMPLETE : RecordingState.INCOMPLETE);
            }
        }
    }

    @Test
    void pagesThatNeverReachedTheDiskAreCutOff() throws IOException {
        byte[] audio = audio(48_000);
        byte[] bytes = fileOf(audio);
        int second = RecordingHeader.BYTES + RecordingFile.SEALED_CHUNK;
        Arrays.fill(bytes, second + 4_096, second + 8_192, (byte) 0);
        Path file = Files.write(root.resolve("torn.rec"), Arrays.copyOf(bytes, bytes.length - 16));
        var keys = VaultFixture.keys();

        RecordingRecovery.finish(file, keys);

        try (RecordingFile recovered = RecordingFile.open(Files.newByteChannel(file), keys)) {
            assertThat(RecordingFixture.audioOf(recovered)).isEqualTo(Arrays.copyOf(audio, 16_000));
        }
    }

    private byte[] fileOf(byte[] audio) throws IOException {
        var fixture = new RecordingFixture(root.resolve("whole"));
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio);
        recording.close(false);
        return Files.readAllBytes(fixture.kept().getFirst());
    }

    @Test
    void noChangeToAFinishedFileGoesUnseen() throws IOException {
        byte[] good = fileOf(audio(40_000));
        var keys = VaultFixture.keys();
        for (int at = 0; at < good.length; at += at < 200 ? 1 : 991) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertDamaged(bad, keys, "changed at " + at);
        }
        for (int length = 0; length < good.length; length += 499) {
            assertDamaged(Arrays.copyOf(good, length), keys, "cut at " + length);
        }
        assertDamaged(Arrays.copyOf(good, good.length + 1), keys, "longer");
        byte[] swapped = good.clone();
        int chunk = RecordingFile.SEALED_CHUNK;
        System.arraycopy(good, RecordingHeader.BYTES, swapped, RecordingHeader.BYTES + chunk, chunk);
        System.arraycopy(good, RecordingHeader.BYTES + chunk, swapped, RecordingHeader.BYTES, chunk);
        assertDamaged(swapped, keys, "seconds swapped");
    }

    private void assertDamaged(byte[] bytes, KeyRing keys, String what) throws IOException {
        Path file = Files.write(root.resolve("bad.rec"), bytes);
        assertThatThrownBy(() -> {
                    try (RecordingFile bad = RecordingFile.open(Files.newByteChannel(file), keys)) {
                        bad.state();
                        RecordingFixture.audioOf(bad);
                    }
                })
                .as(what)
                .isInstanceOfAny(DamagedRecordingException.class, UnknownKeyException.class);
    }

    @Test
    void anyRangeCanBeReadAlone() throws IOException {
        byte[] audio = audio(70_000);
        var fixture = new RecordingFixture(root);
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio);
        recording.close(false);
        try (RecordingFile file = fixture.read(fixture.kept().getFirst())) {
            for (int from : new int[] {0, 1, 15_999, 16_000, 16_001, 31_990, 63_999, 64_000, 69_999}) {
                ByteBuffer some = ByteBuffer.allocate(20);
                int count = file.read(from, some);
                assertThat(count).isPositive();
                assertThat(Arrays.copyOf(some.array(), count)).isEqualTo(Arrays.copyOfRange(audio, from, from + count));
            }
            assertThat(file.read(70_000, ByteBuffer.allocate(20))).isZero();
        }
    }

    @Test
    void whatADeadProcessLeftIsFinished() throws Exception {
        var dead = new RecordingFixture(root);
        byte[] audio = audio(40_000);
        write(dead.folder.open(request()), audio);
        var next = new RecordingFixture(root);
        assertThat(next.folder.recover()).as("its process still lives").isZero();

        dead.folder.close();

        assertThat(next.folder.recover()).isEqualTo(1);
        assertThat(next.audioOf(next.kept().getFirst())).isEqualTo(Arrays.copyOf(audio, 32_000));
        assertThat(next.open()).isEmpty();
        assertThat(next.folder.recover()).isZero();
    }

    @Test
    void oneFolderThatCannotBeReadDoesNotHideTheOthers() throws Exception {
        var dead = new RecordingFixture(root);
        write(dead.folder.open(request()), audio(40_000));
        dead.folder.close();
        var next = new RecordingFixture(root);
        Files.writeString(root.resolve("open/no-folder"), "");

        assertThat(next.folder.recover()).isEqualTo(1);
    }

    @Test
    void aNoteIsNeverSeenHalfWritten() throws Exception {
        var fixture = new RecordingFixture(root);
        var name = new BlobName("a/" + "b".repeat(100));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 1_000; i++) {
                    fixture.pending.add(RecordingId.next(), name);
                }
                return true;
            });
            while (!writer.isDone()) {
                fixture.pending.oldest(1_000);
            }
            writer.get();
        }
        assertThat(fixture.pending.oldest(2_000))
                .hasSize(1_000)
                .allSatisfy((id, noted) -> assertThat(noted).isEqualTo(name));
        try (var files = Files.list(root.resolve("pending"))) {
            assertThat(files).hasSize(1_000);
        }
    }

    @Test
    void recoveryLeavesLiveRecordingsAlone() throws IOException {
        var fixture = new RecordingFixture(root);
        OpenRecording live = fixture.folder.open(request());

        assertThat(fixture.folder.recover()).isZero();
        write(live, audio(16_000));
        live.close(false);

        assertThat(fixture.audioOf(fixture.kept().getFirst())).isEqualTo(audio(16_000));
    }

    @Test
    void aFailedRecordingIsKeptAsIncomplete() throws IOException {
        var fixture = new RecordingFixture(root);
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio(20_000));

        recording.close(true);

        try (RecordingFile file = fixture.read(fixture.kept().getFirst())) {
            assertThat(file.state()).isEqualTo(RecordingState.INCOMPLETE);
            assertThat(RecordingFixture.audioOf(file)).isEqualTo(audio(20_000));
        }
        assertThatThrownBy(() -> write(recording, audio(320))).hasMessageContaining("closed");
    }

    @Test
    void aDiscardedRecordingLeavesNothing() throws IOException {
        var fixture = new RecordingFixture(root);
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio(20_000));

        recording.discard();
        recording.close(false);

        assertThat(fixture.open()).isEmpty();
        assertThat(fixture.kept()).isEmpty();
        assertThat(fixture.pending.oldest(10)).isEmpty();
    }

    @Test
    void manyCallsRecordAtOnce() throws Exception {
        var fixture = new RecordingFixture(root);
        List<Future<Path>> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                int bytes = 20_000 + 320 * i;
                done.add(threads.submit(() -> {
                    OpenRecording recording = fixture.folder.open(request());
                    write(recording, audio(bytes));
                    recording.close(false);
                    return fixture.root.resolve("kept/" + SHOP + "/2026/03/01/" + recording.id() + ".rec");
                }));
            }
        }
        for (int i = 0; i < 64; i++) {
            assertThat(fixture.audioOf(done.get(i).get())).isEqualTo(audio(20_000 + 320 * i));
        }
        assertThat(fixture.pending.oldest(100)).hasSize(64);
    }

    @Test
    void aTenantsFilesAreSealedUnderItsKey() throws IOException {
        var fixture = new RecordingFixture(root, VaultFixture.keys(SHOP, UUID.randomUUID()));
        OpenRecording recording = fixture.folder.open(request());
        write(recording, audio(320));
        recording.close(false);
        Path file = fixture.kept().getFirst();
        assertThat(fixture.audioOf(file)).isEqualTo(audio(320));

        var others = new RecordingFixture(root, VaultFixture.keys());

        assertThatThrownBy(() -> others.read(file)).isInstanceOf(UnknownKeyException.class);
    }
}
