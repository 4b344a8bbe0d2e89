package org.hotline400.server.numbers.internal;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.grading.NumberClass;

/// The operator gave a number a class, or left it to the rules again.
///
/// @param given empty: the rules count again
public record ClassDecision(HotlineNumber number, Optional<NumberClass> given, Actor actor, Instant at) {}
