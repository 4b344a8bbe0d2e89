package org.hotline400.server.numbers.web;

import java.util.List;

/// A number explained, and whether it can be had.
///
/// @param availability `available`, `held`, `taken` or `off-sale`
/// @param similar where it cannot be had: three that can, most like it first
record NumberOfferBody(NamedBody availability, OfferBody number, List<OfferBody> similar) {}
