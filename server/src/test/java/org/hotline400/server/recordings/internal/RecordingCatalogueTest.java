package org.hotline400.server.recordings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.recordings.internal.RecordingFixture.SCHOOL;
import static org.hotline400.server.recordings.internal.RecordingFixture.SHOP;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingState;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.vault.internal.VaultFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

class RecordingCatalogueTest {
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    @TempDir
    private Path root;

    private RecordingDatabase world;

    @BeforeEach
    void open() {
        world = new RecordingDatabase(root);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void takesInWhatIsFinished() throws Exception {
        CallId call = world.record(SHOP, HALF_A_YEAR);

        world.catalogue.takeInPending();

        assertThat(world.catalogue.ofCall(SHOP, call)).singleElement().satisfies(recording -> {
            assertThat(recording.state()).isEqualTo(RecordingState.COMPLETE);
            assertThat(recording.length()).hasMillis(1_250);
            assertThat(recording.deleteAfter()).isEqualTo(RecordingFixture.START.plus(HALF_A_YEAR));
            assertThat(recording.bytes())
                    .isEqualTo(Files.size(world.files.kept().getFirst()));
        });
        assertThat(world.files.pending.oldest(10)).isEmpty();
    }

    @Test
    void nobodySeesTheRecordingsOfAnother() throws Exception {
        CallId call = world.record(SHOP, HALF_A_YEAR);
        world.catalogue.takeInPending();

        assertThat(world.catalogue.ofCall(SCHOOL, call)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayLosesNothing() throws Exception {
        world.goAway(true);
        CallId call = world.record(SHOP, HALF_A_YEAR);
        assertThatThrownBy(world.catalogue::takeInPending).isInstanceOf(CannotCreateTransactionException.class);

        world.goAway(false);
        world.catalogue.takeInPending();

        assertThat(world.catalogue.ofCall(SHOP, call)).hasSize(1);
    }

    @Test
    void aFolderThatTheCatalogueHasForgottenIsTakenInAgain() throws Exception {
        CallId call = world.record(SHOP, HALF_A_YEAR);
        world.files.pending.oldest(1).keySet().forEach(id -> {
            try {
                world.files.pending.remove(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        world.catalogue.noteUnknown();
        world.catalogue.takeInPending();
        world.catalogue.noteUnknown();

        assertThat(world.catalogue.ofCall(SHOP, call)).hasSize(1);
        assertThat(world.files.pending.oldest(1))
                .as("known ones are not noted again")
                .isEmpty();
    }

    @Test
    void oneDamagedFileDoesNotHoldUpTheRest() throws Exception {
        world.record(SHOP, HALF_A_YEAR);
        Path first = world.files.kept().getFirst();
        Files.write(first, new byte[] {1, 2, 3});
        CallId call = world.record(SHOP, HALF_A_YEAR);

        world.catalogue.takeInPending();

        assertThat(world.catalogue.ofCall(SHOP, call)).hasSize(1);
    }

    @Test
    void aTenantGetsAKeyWithItsFirstRecordingAndKeepsIt() throws Exception {
        CallId first = world.record(SHOP, HALF_A_YEAR);
        world.vault.missed().makeMissing();
        CallId second = world.record(SHOP, HALF_A_YEAR);
        world.vault.missed().makeMissing();
        world.catalogue.takeInPending();

        assertThat(wrapper(first)).isEqualTo(world.vault.platformKey());
        assertThat(wrapper(second)).isNotEqualTo(world.vault.platformKey());
        var restarted = new VaultFixture.Opened(world.jdbc, world.transactions, world);
        assertThat(restarted.ring().wrapperFor(SHOP))
                .as("read again at the next start")
                .isEqualTo(wrapper(second));
    }

    private UUID wrapper(CallId call) throws Exception {
        RecordingSummary recording = world.catalogue.ofCall(SHOP, call).getFirst();
        try (RecordingFile file =
                world.files.folder.read(RecordingFolder.nameOf(SHOP, recording.startedAt(), recording.id()))) {
            return file.header().wrapper();
        }
    }

    @Test
    void retentionDeletesWhatItsTimeIsOverForAndNothingElse() throws Exception {
        CallId brief = world.record(SHOP, Duration.ofDays(30));
        CallId held = world.record(SHOP, Duration.ofDays(30));
        CallId lasting = world.record(SCHOOL, HALF_A_YEAR);
        world.catalogue.takeInPending();
        RecordingSummary hold = world.catalogue.ofCall(SHOP, held).getFirst();
        world.transactions.asTenant(SHOP, () -> world.rows.hold(hold.id(), true));

        world.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(world.retention.sweep()).isZero();
        world.pass(Duration.ofMillis(1));
        assertThat(world.retention.sweep()).isEqualTo(1);

        assertThat(state(brief)).isEqualTo(RecordingState.DELETED);
        assertThat(state(held)).isEqualTo(RecordingState.COMPLETE);
        assertThat(world.catalogue.ofCall(SCHOOL, lasting).getFirst().state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(world.files.kept()).hasSize(2);
        world.pass(Duration.ofDays(150));
        assertThat(world.retention.sweep()).isEqualTo(1);
        assertThat(world.retention.sweep()).isZero();
    }

    @Test
    void aDeletionLeavesACertificateThatCannotBeForged() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary recording = world.catalogue.ofCall(SHOP, call).getFirst();
        world.pass(Duration.ofDays(2));

        world.retention.sweep();

        DeletionCertificate certificate = world.transactions.asTenant(
                SHOP, () -> world.deletions.certificate(recording.id()).orElseThrow());
        assertThat(certificate.valid()).isTrue();
        assertThat(certificate.text())
                .contains("recording: " + recording.id(), "sha256: " + recording.sha256(), "by: retention");
        assertThat(world.transactions.asTenant(SCHOOL, () -> world.deletions.certificate(recording.id())))
                .isEmpty();
        assertThatThrownBy(() -> world.transactions.asOperator(() -> {
                    world.jdbc
                            .sql("update recordings.deletion_certificates set text = ''")
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void nobodyCanWriteLinesIntoACertificate() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary recording = world.catalogue.ofCall(SHOP, call).getFirst();

        String text = DeletionCertificate.text(recording, world.instant(), "Eve\nsha256: 0", "why\r\nnot");

        assertThat(text.lines()).hasSize(12).contains("by: Eve sha256: 0", "reason: why  not");
    }

    @Test
    void aDeletionInterruptedByTheDatabaseIsCompletedNextTime() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary recording = world.catalogue.ofCall(SHOP, call).getFirst();
        world.pass(Duration.ofDays(2));
        world.files.folder.shred(recording.id(), RecordingFolder.nameOf(SHOP, recording.startedAt(), recording.id()));

        assertThat(world.retention.sweep()).isEqualTo(1);

        assertThat(state(call)).isEqualTo(RecordingState.DELETED);
        assertThat(root.resolve("shredding")).isEmptyDirectory();
    }

    @Test
    void aHoldSetAfterTheLookUpStillSavesTheRecording() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary lookedUp = world.catalogue.ofCall(SHOP, call).getFirst();
        world.transactions.asTenant(SHOP, () -> world.rows.hold(lookedUp.id(), true));

        assertThat(world.deletions.delete(lookedUp, AccessLog.Actor.RETENTION, "x"))
                .isFalse();

        assertThat(state(call)).isEqualTo(RecordingState.COMPLETE);
        assertThat(certificate(lookedUp)).isEmpty();
        assertThat(world.files.kept()).hasSize(1);
    }

    @Test
    void ofTwoDeletionsOneCounts() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary lookedUp = world.catalogue.ofCall(SHOP, call).getFirst();

        assertThat(world.deletions.delete(lookedUp, AccessLog.Actor.RETENTION, "first"))
                .isTrue();
        assertThat(world.deletions.delete(lookedUp, AccessLog.Actor.RETENTION, "second"))
                .isFalse();

        assertThat(certificate(lookedUp))
                .hasValueSatisfying(one -> assertThat(one.text()).contains("reason: first"));
        assertThat(world.transactions.asTenant(SHOP, () -> world.rows.hold(lookedUp.id(), true)))
                .as("what is gone cannot be held")
                .isFalse();
    }

    @Test
    void whatIsKeptOnAnotherNodeIsNotCertified() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        RecordingSummary recording = world.catalogue.ofCall(SHOP, call).getFirst();
        Path file = world.files.kept().getFirst();
        Path elsewhere = Files.move(file, root.resolve("elsewhere"));
        world.pass(Duration.ofDays(2));

        assertThat(world.retention.sweep()).isZero();
        assertThat(world.retention.sweep()).as("nor at the second try").isZero();

        assertThat(state(call)).isEqualTo(RecordingState.COMPLETE);
        assertThat(certificate(recording)).isEmpty();
        Files.move(elsewhere, file);
        assertThat(world.retention.sweep()).isEqualTo(1);
        assertThat(certificate(recording)).isPresent();
    }

    @Test
    void filesOnAnotherNodeDoNotKeepTheRestWaiting() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(2));
        world.catalogue.takeInPending();
        RecordingSummary here = world.catalogue.ofCall(SHOP, call).getFirst();
        world.transactions.asTenant(SHOP, () -> {
            for (int i = 0; i < 100; i++) {
                world.rows.add(withoutFile(here));
            }
        });
        world.pass(Duration.ofDays(3));

        assertThat(world.retention.sweep()).isEqualTo(1);

        assertThat(state(call)).isEqualTo(RecordingState.DELETED);
    }

    /// Another one, whose time is over a day earlier.
    private static RecordingSummary withoutFile(RecordingSummary like) {
        return new RecordingSummary(
                RecordingId.next(),
                like.tenant(),
                CallId.next(),
                like.number(),
                like.kind(),
                like.state(),
                like.startedAt(),
                like.length(),
                like.bytes(),
                like.sha256(),
                like.deleteAfter().minus(Duration.ofDays(1)),
                false);
    }

    private Optional<DeletionCertificate> certificate(RecordingSummary recording) {
        return world.transactions.asTenant(recording.tenant(), () -> world.deletions.certificate(recording.id()));
    }

    @Test
    void aRecordingWhoseKeyIsNotHereYetWaitsForIt() throws Exception {
        world.files.keys.wrapperFor(SHOP);
        world.vault.missed().makeMissing();
        CallId call = world.record(SHOP, HALF_A_YEAR);
        world.vault.forgetTenants();
        world.catalogue.takeInPending();
        assertThat(world.catalogue.ofCall(SHOP, call)).isEmpty();
        assertThat(world.files.pending.oldest(1)).hasSize(1);

        world.vault.refresh();
        world.catalogue.tryKeylessAgain();
        world.catalogue.takeInPending();

        assertThat(world.catalogue.ofCall(SHOP, call)).hasSize(1);
        assertThat(world.files.pending.oldest(1)).isEmpty();
    }

    @Test
    void retentionGoesOnWhileRecoveryFails() throws Exception {
        CallId call = world.record(SHOP, Duration.ofDays(1));
        world.catalogue.takeInPending();
        world.pass(Duration.ofDays(2));
        Path away = Files.move(root.resolve("open"), root.resolve("away"));
        var keeping = new RecordingKeeping(world.files.folder, world.catalogue, world.vault.missed(), world.retention);

        keeping.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> state(call) == RecordingState.DELETED);
        } finally {
            keeping.stop();
            Files.move(away, root.resolve("open"));
        }
    }

    @Test
    void theAccessLogCannotBeRewritten() {
        for (String sql : List.of("update recordings.access_log set name = ''", "delete from recordings.access_log")) {
            assertThatThrownBy(() -> world.transactions.asOperator(() -> {
                        world.jdbc.sql(sql).update();
                    }))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private RecordingState state(CallId call) {
        return world.catalogue.ofCall(SHOP, call).getFirst().state();
    }
}
