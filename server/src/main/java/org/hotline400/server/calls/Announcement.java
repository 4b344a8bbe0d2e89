package org.hotline400.server.calls;

import java.util.List;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// Prompts played one after the other.
///
/// @param tenant whose prompts; a system prompt is found under any tenant
public record Announcement(TenantId tenant, Language language, List<PromptName> prompts) {
    private static final PromptName HOLD_MUSIC = new PromptName("system-hold-music");

    public Announcement {
        prompts = List.copyOf(prompts);
    }

    /// What a party hears while the other one holds. A tenant puts his own in its place by uploading a prompt of that
    /// name.
    public static Announcement holdMusic(TenantId tenant, Language language) {
        return new Announcement(tenant, language, List.of(HOLD_MUSIC));
    }
}
