package org.hotline400.server.regions;

/// A region and who says so.
///
/// @param carrier what the prefix of a mobile tells; whether it is a virtual operator's stands only here
/// @param override the prefix of the override that applies; empty when none does
public record Located(Region region, RegionSource source, Carrier carrier, String override) {}
