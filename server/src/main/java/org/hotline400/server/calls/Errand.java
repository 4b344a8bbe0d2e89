package org.hotline400.server.calls;

import java.util.function.Supplier;

/// Something that is done while a caller is kept company: asking a customer's server, say.
///
/// @param name what a rehearsal's script calls it, for how long it takes there
/// @param work runs on a thread of its own and is interrupted when nobody waits for it any more. Expected
///     failures are results; what it throws is thrown to whoever keeps the caller company. Never null
public record Errand<T>(String name, Supplier<T> work) {}
