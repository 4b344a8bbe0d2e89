package org.hotline400.app;

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

    /// The data folder of `run`, unless `--data` names another.
    public static Path data() {
        return path().resolve("data").resolve("hotline");
    }

    /// The data folder of `demo`.
    public static Path demoData() {
        return path().resolve("data").resolve("demo");
    }
}
