package org.hotline400.server.enrolment.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells a sender who went away from a disk that is full.
final class BrokenOffStream extends FilterInputStream {
    private boolean broken;

    BrokenOffStream(InputStream body) {
        super(body);
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            return super.read(buffer, from, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
