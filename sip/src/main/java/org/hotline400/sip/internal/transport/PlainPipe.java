package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The socket itself.
record PlainPipe(SocketChannel channel) implements Pipe {

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public int read(ByteBuffer plain) throws IOException {
        return channel.read(plain);
    }

    @Override
    public boolean holdsMore() {
        return false;
    }

    @Override
    public boolean reading() {
        return true;
    }

    @Override
    public void write(ByteBuffer plain) throws IOException {
        channel.write(plain);
    }

    @Override
    public boolean flush() {
        return true;
    }

    @Override
    public void close() {
        // TCP says goodbye by itself.
    }
}
