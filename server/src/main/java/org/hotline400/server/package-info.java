/// The Hotline400 platform. Each direct sub-package is a module; its root package is its public face. Read
/// them from the ground up: `kernel`, `outbound`, `database`, `web`, `identity`, `prompts`, `recordings`,
/// `numbers`, `callplans`, `calls`, `notifications`, `telephony`, `samples`.
@NullMarked
package org.hotline400.server;

import org.jspecify.annotations.NullMarked;
