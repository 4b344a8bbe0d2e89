package org.hotline400.server.tariffs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.hotline400.server.tariffs.Tariff;

/// The packages in the box: `tariffs/packages.json`.
public final class BoxedTariffs {
    private BoxedTariffs() {}

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    public static List<Tariff> read() {
        try (var file = Objects.requireNonNull(BoxedTariffs.class.getResourceAsStream("/tariffs/packages.json"))) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packages in the box", e);
        }
    }

    static List<Tariff> read(InputStream file) {
        return PackagesDocument.read(PackagesText.tree(file));
    }
}
