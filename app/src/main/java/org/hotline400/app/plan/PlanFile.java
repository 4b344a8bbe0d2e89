package org.hotline400.app.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.app.CommandFailedException;

/// A plan document on this machine.
///
/// @param name as it was given, for messages
record PlanFile(String name, String text) {
    /// More than a plan may have, so that the check says what is wrong with it.
    private static final long MOST_BYTES = 1024 * 1024;

    static PlanFile read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CommandFailedException(2, file + " is no plan: it has more than 1 MiB");
            }
            return new PlanFile(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new CommandFailedException(2, file + " is no text in UTF-8");
        } catch (IOException e) {
            throw new CommandFailedException(2, "cannot read " + file + ": " + e.getMessage());
        }
    }
}
