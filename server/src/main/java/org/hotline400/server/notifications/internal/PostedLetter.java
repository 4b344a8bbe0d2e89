package org.hotline400.server.notifications.internal;

import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// A letter that is to be tried now.
///
/// @param claim that this node holds on it
/// @param attempts made before
record PostedLetter(UUID id, TenantId tenant, UUID claim, int attempts, PersonalLetter letter) {}
