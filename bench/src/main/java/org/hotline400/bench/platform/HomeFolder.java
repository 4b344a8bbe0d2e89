package org.hotline400.bench.platform;

import java.nio.file.Path;
import java.util.Optional;

/// Where Hotline400 lives on this machine.
public final class HomeFolder {
    private HomeFolder() {}

    /// The folder `./hotline` is in (it hands it in as `hotline.home`), else the current one.
    public static Path path() {
        return Path.of(Optional.ofNullable(System.getProperty("hotline.home")).orElse(""))
                .toAbsolutePath()
                .normalize();
    }
}
