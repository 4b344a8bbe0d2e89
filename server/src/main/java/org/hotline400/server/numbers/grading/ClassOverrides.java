package org.hotline400.server.numbers.grading;

import java.util.Map;

/// The classes that the operator gave to numbers whatever the rules say: from memory, at most a second old.
public interface ClassOverrides {

    /// By the seven digits behind 400 as a number.
    Map<Integer, NumberClass> all();
}
