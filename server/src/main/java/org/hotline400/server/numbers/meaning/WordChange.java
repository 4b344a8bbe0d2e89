package org.hotline400.server.numbers.meaning;

/// What the operator says of an entry of the dictionary: how it is, or that it is to be left out.
///
/// @param word the entry; of one that is left out, as it was
public record WordChange(NumberWord word, boolean removed) {}
