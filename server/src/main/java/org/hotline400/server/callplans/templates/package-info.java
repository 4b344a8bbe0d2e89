/// Plans made from a few answers: what most small enterprises want, and the three customers of the founding
/// document.
///
/// **Publishes.** `PlanTemplates`. **Invariants.** A template asks, and writes a document; the check of plans
/// has the last word on it.
@NullMarked
@NamedInterface("templates")
package org.hotline400.server.callplans.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
