package org.hotline400.server.calls;

import java.util.List;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// Prompts played one after the other.
///
/// @param tenant whose prompts; a system prompt is found under any tenant
public record Announcement(TenantId tenant, Language language, List<PromptName> prompts) {
    public Announcement {
        prompts = List.copyOf(prompts);
    }
}
