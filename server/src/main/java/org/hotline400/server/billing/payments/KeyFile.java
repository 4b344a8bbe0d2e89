package org.hotline400.server.billing.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads keys of providers. What is in them is never told.
public final class KeyFile {
    private KeyFile() {}

    /// @param setting to name when it cannot be read
    /// @throws IllegalStateException when it cannot be read
    public static String read(String setting, @Nullable Path file) {
        try {
            return Files.readString(Optional.ofNullable(file)
                    .orElseThrow(() -> new IllegalStateException("hotline.top-ups." + setting + " is not set")));
        } catch (IOException e) {
            throw new IllegalStateException("hotline.top-ups." + setting + ": " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /// The Base64 in a PEM file, or in one that has nothing else.
    public static String base64(String text) {
        return text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }
}
