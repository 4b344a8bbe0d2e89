/// Which features a number may use: those of its package and the options that were bought beside it.
///
/// **Owns.** Table `tariffs.options`: what was bought, from which day to which. **Publishes.** [Features], from memory
/// for live calls; [Options] to buy and drop; [FeatureUsage], what live plans make of them. Answers
/// `callplans.Entitlements`, by which a plan is checked and led. **Invariants.** A number without a contract may use
/// all. An option is charged by day, from the day it was bought to the day it was dropped, both inclusive; no day
/// twice, and none on which the package includes the feature.
@NullMarked
@NamedInterface("entitlements")
package org.hotline400.server.tariffs.entitlements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
