package org.hotline400.server.prompts;

import java.util.List;
import org.hotline400.server.kernel.TenantId;

/// Port: who plays a prompt. Whoever refers to prompts by name answers it, so that none is deleted under a
/// caller's ear.
public interface PromptUse {

    /// Where a live call could ask for this prompt now, in words for its owner: `400-888-8888, step "welcome"`;
    /// empty when nowhere.
    List<String> of(TenantId tenant, PromptName prompt);
}
