package org.hotline400.server.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.vault.internal.VaultDatabase.SCHOOL;
import static org.hotline400.server.vault.internal.VaultDatabase.SHOP;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.internal.VaultDatabase.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFolderTest {
    private static final BlobName PAPER = new BlobName("papers/2026/licence");
    private static final BlobName OTHER = new BlobName("papers/2026/card");
    private static final int CHUNK = SealedHead.CHUNK;
    private static final int SEALED_CHUNK = CHUNK + 16;

    @TempDir
    private Path root;

    private VaultDatabase world;
    private Node node;

    @BeforeEach
    void open() {
        world = new VaultDatabase();
        node = world.node(new byte[32], root);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void put(BlobName name, byte[] content) throws IOException {
        node.files.put(SHOP, name, new ByteArrayInputStream(content));
    }

    private byte[] read(BlobName name) throws IOException {
        try (InputStream content = node.files.open(SHOP, name)) {
            return content.readAllBytes();
        }
    }

    private Path path(BlobName name) {
        return root.resolve(name.value());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7})
    void whatGoesInComesOut(int length) throws IOException {
        put(PAPER, noise(length));

        assertThat(read(PAPER)).isEqualTo(noise(length));
        assertThat(Files.size(path(PAPER))).isEqualTo(SealedHead.BYTES + length + 16L * (length / CHUNK + 1));
    }

    @Test
    void nothingOfTheContentIsOnTheDiskInClear() throws IOException {
        byte[] content = "法定代表人 身份证 ".repeat(8_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        put(PAPER, content);

        String stored = new String(Files.readAllBytes(path(PAPER)), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(stored).doesNotContain("身份证");
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        put(PAPER, noise(10));

        assertThatThrownBy(() -> put(PAPER, noise(20))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(read(PAPER)).isEqualTo(noise(10));
    }

    @Test
    void noChangeGoesUnseen() throws IOException {
        put(PAPER, noise(2 * CHUNK + 100));
        byte[] good = Files.readAllBytes(path(PAPER));
        for (int at = 0; at < good.length; at += at < SealedHead.BYTES + 40 ? 1 : 3_911) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            assertDamaged(changed, "changed at " + at);
        }
        byte[] changedTag = good.clone();
        changedTag[good.length - 1] ^= 1;
        assertDamaged(changedTag, "its last byte changed");
        for (int length : List.of(
                0,
                7,
                50,
                SealedHead.BYTES,
                SealedHead.BYTES + SEALED_CHUNK,
                SealedHead.BYTES + 2 * SEALED_CHUNK,
                good.length - 1)) {
            assertDamaged(Arrays.copyOf(good, length), "cut at " + length);
        }
        assertDamaged(Arrays.copyOf(good, good.length + 1), "longer");
        byte[] swapped = good.clone();
        System.arraycopy(good, SealedHead.BYTES, swapped, SealedHead.BYTES + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(good, SealedHead.BYTES + SEALED_CHUNK, swapped, SealedHead.BYTES, SEALED_CHUNK);
        assertDamaged(swapped, "chunks swapped");
    }

    private void assertDamaged(byte[] bytes, String what) throws IOException {
        Files.write(path(PAPER), bytes);
        assertThatThrownBy(() -> read(PAPER)).as(what).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void aFileUnderAnothersNameOrForAnotherTenantDoesNotOpen() throws IOException {
        put(PAPER, noise(10));
        put(OTHER, noise(20));
        node.files.put(SCHOOL, new BlobName("papers/school"), new ByteArrayInputStream(noise(30)));
        Files.copy(path(OTHER), path(PAPER), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read(PAPER)).isInstanceOf(DamagedFileException.class);
        assertThatThrownBy(() -> read(new BlobName("papers/school"))).isInstanceOf(DamagedFileException.class);
        assertThatThrownBy(() -> read(new BlobName("papers/none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aPutThatBreaksOffLeavesNothing() throws IOException {
        InputStream breaking = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the line broke");
            }
        };
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(noise(3 * CHUNK)), breaking);

        assertThatThrownBy(() -> node.files.put(SHOP, PAPER, broken)).hasMessage("the line broke");

        assertThat(files()).isEmpty();
        put(PAPER, noise(5));
        assertThat(read(PAPER)).isEqualTo(noise(5));
    }

    @Test
    void whatADeadProcessLeftIsSweptAtTheStart() throws IOException {
        put(PAPER, noise(5));
        Files.write(root.resolve(".unfinished/17"), noise(100));

        new FolderBlobStore(root);

        assertThat(files()).containsExactly(path(PAPER));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void shredsOnce() throws IOException {
        put(PAPER, noise(5));

        assertThat(node.files.shred(PAPER)).isTrue();

        assertThat(node.files.shred(PAPER)).isFalse();
        assertThatThrownBy(() -> read(PAPER)).isInstanceOf(NoSuchFileException.class);
    }
}
