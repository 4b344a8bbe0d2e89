package org.hotline400.server.interop;

/// What a road does to datagrams, in per cent of them.
///
/// @param lost never arrive
/// @param repeated arrive twice
/// @param overtaken arrive after those sent up to 40 ms later
record Weather(int lost, int repeated, int overtaken) {
    static final Weather FAIR = new Weather(0, 0, 0);
}
