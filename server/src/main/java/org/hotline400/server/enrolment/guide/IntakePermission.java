package org.hotline400.server.enrolment.guide;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;

/// Whether an application may come in by the way it came.
public sealed interface IntakePermission {

    record Granted() implements IntakePermission {}

    /// @param code stable: `channels.licence-expired`
    record Refused(String code, String english, String chinese) implements IntakePermission {}

    /// @throws InvalidInputException when it is refused
    default void require() {
        switch (this) {
            case Granted() -> {}
            case Refused(var code, var english, var chinese) ->
                throw new InvalidInputException(List.of(new Violation("intake", code, english, Optional.of(chinese))));
        }
    }
}
