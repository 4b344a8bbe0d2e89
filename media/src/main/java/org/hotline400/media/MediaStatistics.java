package org.hotline400.media;

/// What the engine holds now; all zero again when every call is over.
///
/// @param ports open ports
/// @param playbacks sources being played
/// @param recordings recordings not yet stopped and written
public record MediaStatistics(int ports, int playbacks, int recordings) {}
