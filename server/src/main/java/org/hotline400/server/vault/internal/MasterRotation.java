package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.hotline400.server.vault.KeyCustody.Rotated;
import org.hotline400.server.vault.MasterKeySource;
import org.jspecify.annotations.Nullable;

/// From one master key to another. At every point the files hold each key that the database needs, so it may be
/// interrupted and run again:
///
/// 1. the new key is written beside the current one, which keeps wrapping,
/// 2. the current one is kept under its name as an old one,
/// 3. all data keys are wrapped anew, in one transaction,
/// 4. the new one becomes the current one.
final class MasterRotation {
    private final MasterKeys masters;
    private final KeyFolder folder;
    private final UnaryOperator<@Nullable String> environment;
    private final ToIntFunction<MasterKeys> rewrap;
    private final Consumer<Stage> reached;

    /// What was just done.
    enum Stage {
        NEW_KEY_WRITTEN,
        CURRENT_KEY_KEPT,
        REWRAPPED,
        FINISHED
    }

    /// @param rewrap wraps all data keys by the current one of these
    /// @param reached told of each stage, so that a test can stop in between
    // One collaborator a step.
    MasterRotation(
            MasterKeys masters,
            KeyFolder folder,
            UnaryOperator<@Nullable String> environment,
            ToIntFunction<MasterKeys> rewrap,
            Consumer<Stage> reached) {
        this.masters = masters;
        this.folder = folder;
        this.environment = environment;
        this.rewrap = rewrap;
        this.reached = reached;
    }

    Rotated run() {
        Optional<MasterKeySource> named = MasterKeys.variable(environment, MasterKeys.NEXT);
        boolean inFile = MasterKeys.variable(environment, MasterKeys.CURRENT).isEmpty();
        if (!inFile && named.isEmpty()) {
            throw new IllegalArgumentException("the master key is in " + MasterKeys.CURRENT + ": put the new one into "
                    + MasterKeys.NEXT + " (openssl rand -base64 32) and run this again");
        }
        try {
            return named.isPresent() ? toNamed(named.get(), inFile) : toFile();
        } catch (IOException e) {
            throw new UncheckedIOException("the rotation broke off; run it again: " + e.getMessage(), e);
        }
    }

    private Rotated toFile() throws IOException {
        MasterKeySource next = folder.begin();
        reached.accept(Stage.NEW_KEY_WRITTEN);
        folder.keepCurrent();
        reached.accept(Stage.CURRENT_KEY_KEPT);
        int keys = rewrap.applyAsInt(masters.goingTo(next));
        reached.accept(Stage.REWRAPPED);
        folder.finish();
        reached.accept(Stage.FINISHED);
        return new Rotated(masters.current().id(), next.id(), keys, Optional.empty());
    }

    private Rotated toNamed(MasterKeySource next, boolean fromFile) throws IOException {
        if (fromFile) {
            folder.keepCurrent();
        }
        reached.accept(Stage.CURRENT_KEY_KEPT);
        int keys = rewrap.applyAsInt(masters.goingTo(next));
        reached.accept(Stage.REWRAPPED);
        if (fromFile) {
            folder.retireCurrent();
        }
        reached.accept(Stage.FINISHED);
        return new Rotated(masters.current().id(), next.id(), keys, Optional.of(byHand(fromFile)));
    }

    private static String byHand(boolean fromFile) {
        String now = "on every node put the new key from " + MasterKeys.NEXT + " into " + MasterKeys.CURRENT;
        return fromFile
                ? now
                : now + " and the one before into " + MasterKeys.FORMER + ", until every node has been restarted";
    }
}
