package org.hotline400.server.enrolment;

import java.util.List;
import org.hotline400.server.kernel.Violation;

/// What became of a wish to change an application.
public sealed interface ApplicationChange {

    /// It was done.
    record Done(Application application) implements ApplicationChange {}

    /// It was like this already: the same request a second time.
    record AsBefore(Application application) implements ApplicationChange {}

    /// There is none with this id, as far as the caller may see.
    record Unknown(ApplicationId id) implements ApplicationChange {}

    /// It was changed meanwhile: by a second tab, or by a reviewer.
    ///
    /// @param now as it stands
    record Outdated(Application now) implements ApplicationChange {}

    /// It cannot happen in this state.
    record Impossible(Application now, ApplicationEvent event) implements ApplicationChange {}

    /// Something is missing or wrong; all of it at once.
    record Incomplete(Application now, List<Violation> violations) implements ApplicationChange {
        public Incomplete {
            violations = List.copyOf(violations);
        }
    }

    /// The number was not to be had.
    ///
    /// @param code such as `numbers.already-held`
    record NumberGone(Application now, String code, String english, String chinese) implements ApplicationChange {}

    /// Another person must do this: the second pair of eyes is not the first.
    record NeedsOtherEyes(Application now) implements ApplicationChange {}
}
