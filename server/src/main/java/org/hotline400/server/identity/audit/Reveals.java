package org.hotline400.server.identity.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a controller's method that reads: its answer shows what belongs to a person, so that each look at it is
/// written into the audit trail. (Whatever changes something is written down anyway.)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reveals {
    /// Numbers of callers: shown masked, and not written down, to whoever lacks the scope `clear-numbers:read`.
    String CLEAR_NUMBERS = "clear-numbers";

    /// What is shown: `papers`, `recordings`, `clear-numbers`, `applications`.
    String value();
}
