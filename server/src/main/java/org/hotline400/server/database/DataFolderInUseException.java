package org.hotline400.server.database;

import java.nio.file.Path;

/// Two servers were started on one data folder.
public final class DataFolderInUseException extends RuntimeException {
    DataFolderInUseException(Path folder, String pid) {
        super("the data folder " + folder + " is in use by the process " + pid
                + ": stop that one, or give this one another folder (--data DIR)");
    }
}
