package org.hotline400.server.prompts;

import java.util.List;
import org.hotline400.server.kernel.TenantId;

/// The prompts of tenants, as their owners change them. A change is heard on every node within a second.
public interface PromptLibrary {

    /// A prompt to store.
    ///
    /// @param wav the bytes of a WAV file: 16-bit PCM, A-law or µ-law, mono or stereo, 8,000 to 48,000 Hz
    /// @param text what is spoken; at most 2,000 characters, may be empty
    /// @param by who stores it, for the record
    // The bytes of a request, read once.
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(PromptName name, Language language, byte[] wav, String text, String by) {}

    /// Stores a new version, which is played from now on.
    ///
    /// @throws InvalidAudioException when the audio cannot be used, or the tenant has no room left; nothing changed
    Prompt put(TenantId tenant, Upload upload);

    /// Takes a prompt out of use; its versions stay stored.
    ///
    /// @return false when there was none
    boolean delete(TenantId tenant, PromptName name, Language language);

    /// The tenant's own prompts, by name.
    List<Prompt> list(TenantId tenant);
}
