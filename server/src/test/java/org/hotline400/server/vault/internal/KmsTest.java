package org.hotline400.server.vault.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.vault.internal.VaultDatabase.SCHOOL;
import static org.hotline400.server.vault.internal.VaultDatabase.SHOP;

import java.nio.file.Path;
import java.time.Duration;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.internal.VaultDatabase.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A master key that a service keeps.
class KmsTest {
    @TempDir
    private Path root;

    private final FakeKms.Key key = new FakeKms.Key("fake-kms:key/7");
    private VaultDatabase world;

    @BeforeEach
    void open() {
        world = new VaultDatabase();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Node node() {
        return world.node(MasterKeys.only(new BoundedMasterKey(key, Duration.ofMillis(300))), root);
    }

    @Test
    void isAskedOnceForEachKeyAndNeverToSealOrOpen() {
        Node node = node();
        byte[] sealed = node.fields.close(SHOP, "张三".getBytes(UTF_8), "here");
        int asked = key.asked.get();

        node.keys.refresh();
        for (int i = 0; i < 100; i++) {
            node.fields.open(SHOP, sealed, "here");
            node.fields.close(SHOP, sealed, "there");
        }

        assertThat(key.asked.get()).isEqualTo(asked);
    }

    @Test
    void aSilentOneHoldsNobodyUpAndStopsOnlyWhoNeedsANewKey() {
        Node node = node();
        byte[] sealed = node.fields.close(SHOP, "张三".getBytes(UTF_8), "here");
        key.silent = true;

        assertThatThrownBy(() -> node.fields.close(SCHOOL, new byte[1], "here"))
                .isInstanceOf(MasterKeyException.Unavailable.class)
                .hasMessageContaining("did not answer within 300 ms");
        assertThat(node.fields.open(SHOP, sealed, "here")).asString(UTF_8).isEqualTo("张三");
        assertThatThrownBy(this::node).isInstanceOf(MasterKeyException.Unavailable.class);

        key.silent = false;
        byte[] school = node.fields.close(SCHOOL, new byte[1], "here");
        assertThat(node().fields.open(SCHOOL, school, "here")).hasSize(1);
    }

    @Test
    void aRefusalStopsTheStartAndSaysWhy() {
        node();
        key.refuses = true;

        assertThatThrownBy(this::node)
                .isInstanceOf(MasterKeyException.Refused.class)
                .hasMessageContaining("access denied");
    }
}
