package org.hotline400.server.vault.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.vault.internal.VaultDatabase.CLOCK;
import static org.hotline400.server.vault.internal.VaultDatabase.SCHOOL;
import static org.hotline400.server.vault.internal.VaultDatabase.SHOP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.database.DatabaseFailedException;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.KeyCustody;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.Signatures.Signature;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.WrappedKey;
import org.hotline400.server.vault.internal.MasterRotation.Stage;
import org.hotline400.server.vault.internal.VaultDatabase.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationTest {
    private static final BlobName PAPER = new BlobName("papers/licence");
    private static final byte[] CONTEXT = "a recording".getBytes(UTF_8);

    @TempDir
    private Path data;

    private final Map<String, String> environment = new HashMap<>();
    private VaultDatabase world;

    @BeforeEach
    void open() throws IOException {
        world = new VaultDatabase();
        Files.createDirectories(data.resolve("keys"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private KeyFolder folder() {
        return new KeyFolder(data.resolve("keys"));
    }

    private MasterKeys load() {
        try {
            return new FirstMasterKey(new KeyRows(world.jdbc), world.transactions)
                    .loadOrMake(environment::get, folder());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A node that starts, reading the key files as they are.
    private Node node() {
        return world.node(this::load, data.resolve("files"));
    }

    private KeyWork work() throws IOException {
        return new KeyWork(world.database.access(), data, environment::get, CLOCK);
    }

    /// One of everything, sealed.
    // Arrays, because they are compared with the fixture's own means.
    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(
            byte[] field, byte[] secret, byte[] print, Signature signature, WrappedKey early, WrappedKey recording) {

        static Sealed by(Node node) throws Exception {
            WrappedKey early = node.keys.atHand().wrap(node.keys.atHand().wrapperFor(SCHOOL), CONTEXT, new byte[32]);
            byte[] field = node.fields.close(SHOP, "张三".getBytes(UTF_8), "here");
            node.files.put(SHOP, PAPER, new ByteArrayInputStream("营业执照".getBytes(UTF_8)));
            return new Sealed(
                    field,
                    node.seal.close("s3cret"),
                    node.fingerprints.of("document", "1"),
                    node.signatures.sign("deleted"),
                    early,
                    node.keys.atHand().wrap(node.keys.atHand().wrapperFor(SHOP), CONTEXT, new byte[32]));
        }

        void assertOpens(Node node) throws Exception {
            assertThat(node.fields.open(SHOP, field, "here")).asString(UTF_8).isEqualTo("张三");
            assertThat(node.seal.open(secret)).isEqualTo("s3cret");
            assertThat(node.fingerprints.of("document", "1")).isEqualTo(print);
            assertThat(node.signatures.isValid(signature, "deleted")).isTrue();
            assertThat(node.keys.atHand().unwrap(early, CONTEXT).getEncoded()).isEqualTo(new byte[32]);
            assertThat(node.keys.atHand().unwrap(recording, CONTEXT).getEncoded())
                    .isEqualTo(new byte[32]);
            try (var paper = node.files.open(SHOP, PAPER)) {
                assertThat(paper.readAllBytes()).asString(UTF_8).isEqualTo("营业执照");
            }
        }
    }

    private List<String> masterKeysInUse() {
        return world.transactions.asOperator(() -> new KeyRows(world.jdbc).masterKeys());
    }

    @Test
    void aNewMasterKeyReadsAllThatWasSealedAndTheOldOneIsNotNeededAnyMore() throws Exception {
        Sealed sealed = Sealed.by(node());
        MasterKey old = folder().current().orElseThrow();
        byte[] former =
                AesGcm.sealWithNonce(old.formerSealing(), "hotline400 secret".getBytes(UTF_8), "trunk".getBytes(UTF_8));

        KeyCustody.Rotated rotated = work().rotateMaster();

        assertThat(rotated.from()).isEqualTo(old.id());
        assertThat(rotated.to())
                .isEqualTo(folder().current().orElseThrow().id())
                .isNotEqualTo(old.id());
        assertThat(rotated.keys()).isEqualTo(7);
        assertThat(masterKeysInUse()).containsExactly(rotated.to());
        assertThat(keyFiles()).containsExactlyInAnyOrder("master.key", "master." + old.id() + ".old");
        sealed.assertOpens(node());

        assertThat(forget()).containsExactly(old.id());

        assertThat(keyFiles()).containsExactly("master.key");
        sealed.assertOpens(node());
        assertThat(node().seal.open(former)).isEqualTo("trunk");
    }

    private List<String> forget() throws IOException {
        return work().forgetFormer();
    }

    private List<String> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aCrashAfterAnyStepLeavesAllReadableAndTheNextRunEndsIt(Stage last) throws Exception {
        Sealed sealed = Sealed.by(node());
        MasterKey old = folder().current().orElseThrow();
        assertThatThrownBy(() -> work().rotation(stage -> {
                            if (stage == last) {
                                throw new IllegalStateException("killed");
                            }
                        })
                        .run())
                .hasMessage("killed");

        Node between = node();
        sealed.assertOpens(between);
        byte[] school = between.fields.close(SCHOOL, "李四".getBytes(UTF_8), "there");
        work().rotateMaster();

        Node after = node();
        sealed.assertOpens(after);
        assertThat(after.fields.open(SCHOOL, school, "there")).asString(UTF_8).isEqualTo("李四");
        assertThat(forget()).contains(old.id());
        assertThat(masterKeysInUse())
                .containsExactly(folder().current().orElseThrow().id());
        sealed.assertOpens(node());
    }

    @Test
    void nothingIsForgottenBeforeARotationHasEnded() throws Exception {
        Sealed.by(node());
        assertThatThrownBy(() -> work().rotation(stage -> {
                            if (stage == Stage.REWRAPPED) {
                                throw new IllegalStateException("killed");
                            }
                        })
                        .run())
                .hasMessage("killed");

        assertThatThrownBy(this::forget).hasMessageContaining("run ./hotline keys rotate first");

        assertThat(keyFiles()).hasSize(3);
    }

    @Test
    void aNodeThatRunsMeanwhileGoesOnAndMakesKeysByTheNewOne() throws Exception {
        Node running = node();
        Sealed sealed = Sealed.by(running);
        KeyCustody.Rotated rotated = work().rotateMaster();

        running.keys.refresh();
        sealed.assertOpens(running);
        byte[] school = running.fields.close(SCHOOL, "李四".getBytes(UTF_8), "there");

        assertThat(masterKeysInUse()).containsExactly(rotated.to());
        assertThat(node().fields.open(SCHOOL, school, "there")).asString(UTF_8).isEqualTo("李四");
    }

    @Test
    void aNodeThatHasNotHeardOfTheRotationLosesNothing() throws Exception {
        Node running = node();
        MasterKey old = folder().current().orElseThrow();
        work().rotateMaster();

        byte[] school = running.fields.close(SCHOOL, "李四".getBytes(UTF_8), "there");

        assertThat(masterKeysInUse()).contains(old.id());
        assertThat(forget()).containsExactly(old.id());
        assertThat(node().fields.open(SCHOOL, school, "there")).asString(UTF_8).isEqualTo("李四");
    }

    @Test
    void whatIsSealedAfterARotationOfDataKeysIsUnderTheNewOneAndTheOldOneStillOpens() throws Exception {
        Node running = node();
        Sealed sealed = Sealed.by(running);
        running.fields.close(SCHOOL, new byte[1], "there");

        assertThat(work().rotateData(Optional.empty()))
                .as("two tenants and three of the platform")
                .isEqualTo(5);

        running.keys.refresh();
        sealed.assertOpens(running);
        sealed.assertOpens(node());
        byte[] later = running.fields.close(SHOP, "张三".getBytes(UTF_8), "here");
        assertThat(keyIn(later)).isNotEqualTo(keyIn(sealed.field()));
        assertThat(running.fields.open(SHOP, later, "here")).asString(UTF_8).isEqualTo("张三");
        assertThat(running.signatures.sign("x").key())
                .isNotEqualTo(sealed.signature().key());
    }

    private static byte[] keyIn(byte[] field) {
        return java.util.Arrays.copyOfRange(field, 1, 17);
    }

    @Test
    void oneTenantsDataKeyIsRotatedAlone() throws Exception {
        Node running = node();
        Sealed sealed = Sealed.by(running);

        assertThat(work().rotateData(Optional.of(SHOP))).isEqualTo(1);
        assertThatThrownBy(() -> work().rotateData(Optional.of(SCHOOL))).hasMessageContaining("has no key");

        byte[] before = running.fields.close(SHOP, "张三".getBytes(UTF_8), "here");
        assertThat(keyIn(before)).as("not heard of it yet").isEqualTo(keyIn(sealed.field()));
        byte[] fresh = node().fields.close(SHOP, "张三".getBytes(UTF_8), "here");
        assertThat(running.fields.open(SHOP, fresh, "here"))
                .as("a key that another node has is fetched")
                .asString(UTF_8)
                .isEqualTo("张三");
    }

    @Test
    void resealingMovesFilesAndSecretsToTheNewestKeys() throws Exception {
        Sealed sealed = Sealed.by(node());
        world.transactions.asOperator(() -> {
            world.jdbc.sql("""
                            insert into telephony.phones
                                (tenant, id, user_name, password, display_name, extension, enabled, changed_at)
                            values (?, gen_random_uuid(), 'reseal1', ?, '', '8001', true, now())""").params(SHOP.value(), sealed.secret()).update();
        });
        work().rotateData(Optional.empty());

        assertThat(work().reseal()).isEqualTo(new KeyCustody.Resealed(1, 1));

        sealed.assertOpens(node());
        assertThat(node().files.wrapperOf(PAPER))
                .isEqualTo(node().keys.forSealing(SHOP).id());
        byte[] stored = world.transactions.asOperator(() -> world.jdbc
                .sql("select password from telephony.phones where user_name = 'reseal1'")
                .query(byte[].class)
                .single());
        assertThat(stored).isNotEqualTo(sealed.secret());
        assertThat(node().seal.open(stored)).isEqualTo("s3cret");
        assertThat(work().reseal()).isEqualTo(new KeyCustody.Resealed(0, 0));
    }

    @Test
    void aMasterKeyInTheEnvironmentIsRotatedToTheOneThatIsNamed() throws Exception {
        environment.put(MasterKeys.CURRENT, base64(1));
        Sealed sealed = Sealed.by(node());

        assertThatThrownBy(() -> work().rotateMaster()).hasMessageContaining("HOTLINE_MASTER_KEY_NEW");
        environment.put(MasterKeys.NEXT, base64(2));
        KeyCustody.Rotated rotated = work().rotateMaster();

        assertThat(rotated.next()).hasValueSatisfying(todo -> assertThat(todo).contains("HOTLINE_MASTER_KEY_OLD"));
        environment.remove(MasterKeys.NEXT);
        assertThatThrownBy(this::node)
                .isInstanceOf(MasterKeyException.Refused.class)
                .hasMessageContaining(rotated.to());
        environment.put(MasterKeys.CURRENT, base64(2));
        sealed.assertOpens(node());
    }

    private static String base64(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void aPlatformMovesFromTheFileToAKeyManagementService() throws Exception {
        Sealed sealed = Sealed.by(node());
        environment.put(MasterKeys.NEXT, "fake-kms:key/1");

        work().rotateMaster();

        environment.remove(MasterKeys.NEXT);
        assertThatThrownBy(this::node).hasMessageContaining("the master key is missing");
        environment.put(MasterKeys.CURRENT, "fake-kms:key/1");
        sealed.assertOpens(node());
        assertThat(masterKeysInUse()).containsExactly("fake-kms:key/1");
        assertThat(forget()).hasSize(1);
        sealed.assertOpens(node());
    }

    @Test
    void theReportTellsOfKeysButNoneOfThem() throws Exception {
        Sealed.by(node());
        work().rotateMaster();
        work().rotateData(Optional.of(SHOP));

        KeyCustody.Report report = work().report();

        assertThat(report.masters())
                .hasSize(2)
                .filteredOn(KeyCustody.Master::current)
                .singleElement()
                .satisfies(master -> assertThat(master.keys()).isEqualTo(8));
        assertThat(report.data())
                .filteredOn(kind -> kind.kind().equals("tenants"))
                .singleElement()
                .satisfies(tenants -> {
                    assertThat(tenants.owners()).isEqualTo(1);
                    assertThat(tenants.keys()).isEqualTo(2);
                });
        assertThat(report.toString())
                .doesNotContain(
                        Files.readString(data.resolve("keys/master.key")).strip());
    }

    @Test
    void aDatabaseThatThisReleaseHasNotRunOnIsToldSo() {
        assertThatThrownBy(this::work)
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("start it once");
    }
}
