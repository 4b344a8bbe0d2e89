package org.hotline400.server.kernel;

/// One thing wrong with an input.
///
/// @param field the path of the field, as the sender wrote it: `number`, `steps[2].key`
/// @param code stable text code, such as `numbers.malformed`
/// @param message what is wrong and how to mend it, in English
public record Violation(String field, String code, String message) {}
