package org.hotline400.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.database.Backup;
import org.hotline400.server.database.DataFolderInUseException;
import org.hotline400.server.kernel.HotlineSettings.Database;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of a whole platform.
class KeyRotationTest {
    private static final TenantId SHOP = new TenantId(new UUID(8, 1));
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path place;

    /// What was sealed, under the name of its paper.
    private final Map<BlobName, byte[]> fields = new HashMap<>();

    @Test
    void sealedPapersAreReadAfterRotationsBackupAndRestore() throws Exception {
        var custody = custody("old");
        byte[] print;
        byte[] secret;
        try (var server = start("old")) {
            seal(server, "first");
            secret = server.context().getBean(Seal.class).close("s3cret");
            print = server.context().getBean(Fingerprints.class).of("document", "1");

            custody.rotateMaster();
            assertThat(custody.rotateData(Optional.of(SHOP))).isEqualTo(1);
            await("the running server seals under the new key")
                    .atMost(SOON)
                    .until(() ->
                            !Arrays.equals(keyIn(seal(server, UUID.randomUUID().toString())), keyIn(first())));
            assertOpens(server);
            assertThatThrownBy(custody::forgetFormer).isInstanceOf(DataFolderInUseException.class);

            Backup.write(place.resolve("old"), Database.embedded(), place.resolve("backup.zip"));
        }
        Backup.restore(place.resolve("backup.zip"), place.resolve("new"), Database.embedded());
        assertThat(custody("new").forgetFormer()).hasSize(1);

        try (var server = start("new")) {
            assertOpens(server);
            assertThat(server.context().getBean(Seal.class).open(secret)).isEqualTo("s3cret");
            assertThat(server.context().getBean(Fingerprints.class).of("document", "1"))
                    .isEqualTo(print);
            assertThat(custody("new").report().masters()).singleElement().matches(KeyCustody.Master::current);
        }
    }

    private byte[] seal(RunningServer server, String paper) throws IOException {
        var name = new BlobName("papers/" + paper);
        server.context().getBean(SealedFiles.class).put(SHOP, name, new ByteArrayInputStream(paper.getBytes(UTF_8)));
        byte[] field = server.context().getBean(TenantSeal.class).close(SHOP, paper.getBytes(UTF_8), "here");
        fields.put(name, field);
        return field;
    }

    private byte[] first() {
        return fields.getOrDefault(new BlobName("papers/first"), new byte[0]);
    }

    private static byte[] keyIn(byte[] field) {
        return Arrays.copyOfRange(field, 1, 17);
    }

    private void assertOpens(RunningServer server) throws IOException {
        for (var one : fields.entrySet()) {
            byte[] clear = server.context().getBean(TenantSeal.class).open(SHOP, one.getValue(), "here");
            try (var paper = server.context().getBean(SealedFiles.class).open(SHOP, one.getKey())) {
                assertThat(paper.readAllBytes())
                        .isEqualTo(clear)
                        .asString(UTF_8)
                        .isEqualTo(one.getKey().segments().getLast());
            }
        }
    }

    private KeyCustody custody(String folder) {
        return new KeyCustody(place.resolve(folder), Database.embedded(), _ -> null);
    }

    private RunningServer start(String folder) {
        var loopback = InetAddress.getLoopbackAddress();
        return Hotline400Server.start(ServerOptions.in(place.resolve(folder))
                .withHttp(new InetSocketAddress(loopback, 0))
                .withSip(new InetSocketAddress(loopback, 0)));
    }
}
