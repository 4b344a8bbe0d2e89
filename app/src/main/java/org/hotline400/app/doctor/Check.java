package org.hotline400.app.doctor;

/// Looks at one part of the machine. Bounded in time, changes nothing, never throws for what it looks for.
@FunctionalInterface
interface Check {
    Finding look();
}
