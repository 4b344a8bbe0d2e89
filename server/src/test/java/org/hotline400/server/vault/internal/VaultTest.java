package org.hotline400.server.vault.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.vault.internal.VaultDatabase.SCHOOL;
import static org.hotline400.server.vault.internal.VaultDatabase.SHOP;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.Signatures.Signature;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.internal.VaultDatabase.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] MASTER = new byte[32];
    private static final byte[] NAME = "张三 110101199003070134".getBytes(UTF_8);

    @TempDir
    private Path root;

    private VaultDatabase world;
    private Node node;

    @BeforeEach
    void open() {
        world = new VaultDatabase();
        node = world.node(MASTER, root);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aFieldOpensForItsTenantAndPlaceOnlyAlsoAfterARestart() {
        byte[] sealed = node.fields.close(SHOP, NAME, "application 1");
        node.fields.close(SCHOOL, NAME, "application 1");
        Node restarted = world.node(MASTER, root);

        assertThat(restarted.fields.open(SHOP, sealed, "application 1")).isEqualTo(NAME);
        assertThat(node.fields.close(SHOP, NAME, "application 1"))
                .as("twice the same gives different bytes")
                .isNotEqualTo(sealed)
                .hasSize(NAME.length + 45);
        assertThatThrownBy(() -> node.fields.open(SHOP, sealed, "application 2"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> node.fields.open(SCHOOL, sealed, "application 1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noChangeToASealedFieldGoesUnseen() {
        byte[] sealed = node.fields.close(SHOP, NAME, "here");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> node.fields.open(SHOP, changed, "here"))
                    .as("changed at %d", at)
                    .isInstanceOf(IllegalStateException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> node.fields.open(SHOP, cut, "here"))
                    .as("cut at %d", length)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aRollBackOfTheFirstUseDoesNotTakeTheKeyAway() {
        var sealed = new ArrayList<byte[]>();
        assertThatThrownBy(() -> world.transactions.asTenant(SHOP, () -> {
                    sealed.add(node.fields.close(SHOP, NAME, "here"));
                    throw new IllegalArgumentException("the application is refused");
                }))
                .hasMessage("the application is refused");

        assertThat(world.node(MASTER, root).fields.open(SHOP, sealed.getFirst(), "here"))
                .isEqualTo(NAME);
    }

    @Test
    void ofTwoNodesThatMakeATenantsFirstKeyOneWinsForBoth() throws Exception {
        Node other = world.node(MASTER, root);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> sealed = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Node one = i % 2 == 0 ? node : other;
                sealed.add(threads.submit(() -> {
                    start.await();
                    return one.fields.close(SHOP, NAME, "here");
                }));
            }
            start.countDown();
            for (Future<byte[]> one : sealed) {
                byte[] bytes = one.get(20, TimeUnit.SECONDS);
                assertThat(node.fields.open(SHOP, bytes, "here")).isEqualTo(NAME);
                assertThat(other.fields.open(SHOP, bytes, "here")).isEqualTo(NAME);
            }
        }
        assertThat(keysOf(SHOP.value())).isEqualTo(1);
    }

    private long keysOf(UUID tenant) {
        return world.transactions.asOperator(() -> world.jdbc
                .sql("select count(*) from vault.tenant_keys where tenant = ?")
                .param(tenant)
                .query(Long.class)
                .single());
    }

    @Test
    void aSecretOpensOnEveryNodeAndAChangedOneNowhere() {
        byte[] sealed = node.seal.close("s3cret");

        assertThat(world.node(MASTER, root).seal.open(sealed)).isEqualTo("s3cret");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> node.seal.open(changed))
                    .as("changed at %d", at)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> node.seal.open(new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatReleasesBeforeTheVaultSealedAndSignedIsStillGood() {
        var master = new MasterKey(MASTER, "a test");
        byte[] secret = AesGcm.sealWithNonce(
                master.formerSealing(), "hotline400 secret".getBytes(UTF_8), "trunk".getBytes(UTF_8));
        byte[] signature = Hmac.of(
                new DataKey(master.uuid(), new KeyOwner.OfPlatform(Purpose.FORMER_SIGNING), 1, master.formerSigning()),
                "deleted".getBytes(UTF_8));

        assertThat(node.seal.open(secret)).isEqualTo("trunk");
        assertThat(node.signatures.isValid(new Signature(master.uuid(), signature), "deleted"))
                .isTrue();
        assertThat(node.signatures.isValid(new Signature(master.uuid(), signature), "kept"))
                .isFalse();
    }

    @Test
    void signaturesAreBelievedOfTheirTextAndKeyOnly() {
        Signature signature = node.signatures.sign("a");

        assertThat(world.node(MASTER, root).signatures.isValid(signature, "a")).isTrue();
        assertThat(node.signatures.isValid(signature, "b")).isFalse();
        assertThat(node.signatures.isValid(new Signature(UUID.randomUUID(), signature.bytes()), "a"))
                .isFalse();
    }

    @Test
    void fingerprintsAreEqualForEqualTextsOfOnePurpose() {
        byte[] print = node.fingerprints.of("identity document", "110101199003070134");

        assertThat(print)
                .hasSize(32)
                .isEqualTo(world.node(MASTER, root).fingerprints.of("identity document", "110101199003070134"))
                .isNotEqualTo(node.fingerprints.of("identity document", "110101199003070135"))
                .isNotEqualTo(node.fingerprints.of("paper", "110101199003070134"));
        assertThat(node.fingerprints.of("ab", "c")).isNotEqualTo(node.fingerprints.of("a", "bc"));
    }

    @Test
    void anotherMasterKeyIsToldAtOnceAndChangesNothing() {
        long before = keys();

        assertThatThrownBy(() -> world.node(AesGcm.random(32), root))
                .isInstanceOf(MasterKeyException.Refused.class)
                .hasMessageContaining(new MasterKey(MASTER, "a test").id() + ", which is not here");

        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void aMissingMasterKeyIsNotReplacedButToldWithItsFile() {
        var folder = new KeyFolder(root);
        var first = new FirstMasterKey(new KeyRows(world.jdbc), world.transactions);

        assertThatThrownBy(() -> first.loadOrMake(_ -> null, folder))
                .isInstanceOf(MasterKeyException.Refused.class)
                .hasMessageContaining(root.resolve("master.key").toString())
                .hasMessageContaining(new MasterKey(MASTER, "a test").id())
                .hasMessageContaining("HOTLINE_MASTER_KEY");
        assertThat(root.resolve("master.key")).doesNotExist();
    }

    private long keys() {
        return world.transactions.asOperator(() -> world.jdbc
                .sql("select (select count(*) from vault.platform_keys) + (select count(*) from vault.tenant_keys)")
                .query(Long.class)
                .single());
    }

    @Test
    void theApplicationCannotChangeOrRemoveKeys() {
        for (String table : List.of("vault.tenant_keys", "vault.platform_keys")) {
            assertThatThrownBy(() -> world.transactions.asOperator(() -> {
                        world.jdbc.sql("delete from " + table).update();
                    }))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> world.transactions.asOperator(() -> {
                        world.jdbc
                                .sql("update " + table + " set master_key = 'x'")
                                .update();
                    }))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
