/// Three sample customers, for a first look and for tests: the shop, the school and the home service of the
/// product's founding document, with numbers, prompts, plans, API keys and people who sign in, a promotion of numbers,
/// and a contract with calls and bills. Only when asked for (`--demo`).
///
/// **Owns.** Nothing but the file `sample-keys.properties` in the data folder: the clear text of
/// keys and passwords, so that they stay the same over restarts.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "identity",
            "prompts",
            "numbers",
            "numbers :: catalogue",
            "numbers :: grading",
            "numbers :: promotions",
            "callplans",
            "lists",
            "telephony",
            "tariffs",
            "tariffs :: contracts",
            "calls",
            "charging",
            "enrolment :: payments",
            "billing",
            "billing :: payments"
        })
package org.hotline400.server.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
