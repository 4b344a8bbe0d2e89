package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// Which node of the platform this is: made at its first start, kept in its data folder.
public record NodeIdentity(UUID id) {

    /// Reads it, or makes it.
    public static NodeIdentity of(Path folder) {
        var file = folder.resolve("node");
        try {
            if (Files.notExists(file)) {
                var fresh =
                        Files.writeString(folder.resolve("node.new"), Ids.next().toString());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new NodeIdentity(UUID.fromString(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the node's identity: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no node identity; delete it to make a new one", e);
        }
    }
}
