package org.hotline400.server.prompts.internal;

/// Audio of one channel, as it came out of a file.
///
/// @param rate samples a second
/// @param samples full scale is ±1; a file of floating-point samples may go beyond
// Passed on at once, never kept.
@SuppressWarnings("ArrayRecordComponent")
record RawAudio(int rate, float[] samples) {}
