package org.hotline400.media;

/// The running media plane. Made by [MediaEngines#start]. All methods may be called from any thread.
public interface MediaEngine extends AutoCloseable {

    /// Takes an even RTP port (and the odd one above it for RTCP) from the range.
    ///
    /// @throws NoPortLeftException when the range is used up
    MediaPort open(MediaListener listener);

    /// Opens a port that is to be bridged with this one: on the same media thread, so that neither has to move.
    ///
    /// @throws NoPortLeftException when the range is used up
    MediaPort openBeside(MediaPort neighbour, MediaListener listener);

    MediaStatistics statistics();

    /// Pairs of sockets of calls that are over, bound and ready for the next ones.
    int restingPorts();

    /// Closes every port and ends the threads. Idempotent.
    @Override
    void close();
}
