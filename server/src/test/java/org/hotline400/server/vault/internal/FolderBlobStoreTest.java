package org.hotline400.server.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.vault.BlobName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBlobStoreTest {
    private static final BlobName NAME = new BlobName("papers/2026/licence.pdf");

    @TempDir
    private Path root;

    private FolderBlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderBlobStore(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".hidden", "a/.b", "a\\b", "a b", "a\0b", "ü"
            })
    void noNameLeadsOut(String name) {
        assertThatThrownBy(() -> new BlobName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAFileAndNeverReplacesIt() throws IOException {
        store.put(NAME, new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> store.put(NAME, new ByteArrayInputStream(new byte[] {9})))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (var channel = store.open(NAME)) {
            assertThat(channel.size()).isEqualTo(3);
        }
    }

    @Test
    void aFileThatCouldNotBeReadToItsEndNeverAppears() throws IOException {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            private boolean begun;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (begun) {
                    throw new IOException("the line broke");
                }
                begun = true;
                return length;
            }
        };

        assertThatThrownBy(() -> store.put(NAME, broken)).hasMessage("the line broke");

        assertThat(names()).isEmpty();
        assertThatThrownBy(() -> store.open(NAME)).isInstanceOf(NoSuchFileException.class);
        try (var files = Files.list(root.resolve("papers/2026"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void shredsOnce() throws IOException {
        store.put(NAME, new ByteArrayInputStream(new byte[100]));

        assertThat(store.shred(NAME, 200)).isTrue();

        assertThat(store.shred(NAME, 200)).isFalse();
        assertThat(names()).isEmpty();
    }

    private List<BlobName> names() throws IOException {
        List<BlobName> names = new ArrayList<>();
        store.forEach(names::add);
        return names;
    }
}
