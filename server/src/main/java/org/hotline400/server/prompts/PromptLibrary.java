package org.hotline400.server.prompts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// The prompts of tenants, as their owners change them. A change is heard on every node within a second. The
/// last [#VERSIONS_KEPT] versions of a prompt stay.
public interface PromptLibrary {
    int VERSIONS_KEPT = 20;

    /// A prompt to store. Its speech is brought to the level of all prompts.
    ///
    /// @param audio the bytes of a WAV file (PCM of 8 to 32 bits, float, A-law or µ-law; mono or stereo; 8,000
    ///     to 48,000 Hz) or of an MP3
    /// @param text what is spoken; at most 2,000 characters, may be empty
    /// @param by who stores it, for the record
    /// @param note why, for the record; at most 200 characters, may be empty
    // The bytes of a request, read once.
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(PromptName name, Language language, byte[] audio, String text, String by, String note) {

        /// Without a note.
        public Upload(PromptName name, Language language, byte[] audio, String text, String by) {
            this(name, language, audio, text, by, "");
        }
    }

    /// One version of a prompt.
    ///
    /// @param number from 1, in the order of storing
    /// @param current whether it is the one that is played; none is after a deletion
    /// @param note why it was stored; may be empty
    /// @param by who stored it
    record Version(
            int number, boolean current, String text, Duration length, Instant storedAt, String by, String note) {}

    /// What became of a deletion.
    sealed interface Deletion {}

    record Deleted() implements Deletion {}

    /// There was no such prompt.
    record NothingToDelete() implements Deletion {}

    /// Nothing was deleted.
    ///
    /// @param places where calls could ask for it now, see [PromptUse]; not empty
    record StillInUse(List<String> places) implements Deletion {
        public StillInUse {
            places = List.copyOf(places);
        }
    }

    /// Stores a new version, which is played from now on.
    ///
    /// @throws InvalidAudioException when the audio cannot be used, or the tenant has no room left; nothing
    ///     changed
    Prompt put(TenantId tenant, Upload upload);

    /// Plays an earlier version again: it becomes the newest version, as a copy that says so in its note.
    ///
    /// @return empty when there is no such version (any more)
    /// @throws InvalidAudioException when the tenant has no room left; nothing changed
    Optional<Prompt> restore(TenantId tenant, PromptName name, Language language, int version, String by);

    /// Takes a prompt out of use; its versions stay stored. One that calls ask for stays, unless another is
    /// heard instead: the system's of this name, or the same in another language.
    Deletion delete(TenantId tenant, PromptName name, Language language);

    /// The tenant's own prompts, by name.
    List<Prompt> list(TenantId tenant);

    /// The stored versions of a prompt, the newest first; empty when it never was.
    List<Version> versions(TenantId tenant, PromptName name, Language language);

    /// The audio of a stored version, as it is or was played.
    Optional<Prompt> version(TenantId tenant, PromptName name, Language language, int version);
}
