package org.hotline400.bench.media;

/// What the generator itself did not do as it should, and what it met on the way; of the counted time.
final class GeneratorFaults {
    /// Packets sent more than 5 ms after their time.
    long late;
    /// Packets not sent because their time was over for more than a frame.
    long leftOut;
    /// Packets that count and the kernel would not take.
    long refused;
    /// Datagrams that are none of ours or not as we sent them.
    long foreign;
    /// Packets that came to the caller of another call.
    long crossed;
    /// RTCP datagrams, over the whole time.
    long reports;
}
