package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What lies between the messages of a connection and its socket: nothing, or TLS. Never blocks.
interface Pipe {

    /// The socket is connected: whatever must be agreed on begins. May be asked again after it stopped for something.
    ///
    /// @return whether messages may pass
    boolean open() throws IOException;

    /// Reads into `plain`, which has room for a whole TLS record.
    ///
    /// @return how many bytes came; 0 when there is nothing for now, -1 at the end
    int read(ByteBuffer plain) throws IOException;

    /// Whether bytes may lie here that the socket's readiness will not tell of.
    boolean holdsMore();

    /// Whether it can read at all just now; false while it works elsewhere.
    boolean reading();

    /// Takes as many bytes as it can, maybe none.
    void write(ByteBuffer plain) throws IOException;

    /// Passes taken bytes on to the socket.
    ///
    /// @return whether all have gone
    boolean flush() throws IOException;

    /// Says goodbye, as far as the socket takes it.
    void close();
}
