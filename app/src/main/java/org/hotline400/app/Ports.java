package org.hotline400.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/// Whether ports can be listened on now. Port 0 always can.
public final class Ports {
    private Ports() {}

    public static boolean isTcpFree(InetAddress bind, int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port whose last connections still linger is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static boolean isUdpFree(InetAddress bind, int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(bind, port))) {
            return socket.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }
}
