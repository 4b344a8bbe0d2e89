package org.hotline400.server.prompts;

import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// The prompts that can be played now, from memory.
public interface Prompts {

    /// The prompt of this name: the tenant's own before the system's, in this language before any other.
    Optional<Prompt> find(TenantId tenant, PromptName name, Language language);
}
