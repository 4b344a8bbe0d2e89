package org.hotline400.media;

/// Two ports that hear each other.
public interface Bridge extends AutoCloseable {
    @Override
    void close();
}
