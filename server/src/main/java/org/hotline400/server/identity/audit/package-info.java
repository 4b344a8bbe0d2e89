/// Who did what, when and from where: every change and every look at personal papers, recordings and clear numbers.
@NullMarked
@NamedInterface("audit")
package org.hotline400.server.identity.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
