package org.hotline400.bench.media;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls of Linux that move many datagrams at once: the JDK has none, and one call a packet would cost the
/// generator the core that the platform needs.
final class NativeUdp {
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int DONTWAIT = 0x40;
    private static final int EAGAIN = 11;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final AddressLayout POINTER = ADDRESS;

    private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = handle("bind", JAVA_INT, POINTER, JAVA_INT);
    private static final MethodHandle NAME = handle("getsockname", JAVA_INT, POINTER, POINTER);
    private static final MethodHandle SET = handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, POINTER, JAVA_INT);
    private static final MethodHandle CLOSE = handle("close", JAVA_INT);
    private static final MethodHandle SEND = handle("sendmmsg", JAVA_INT, POINTER, JAVA_INT, JAVA_INT);
    private static final MethodHandle RECEIVE = handle("recvmmsg", JAVA_INT, POINTER, JAVA_INT, JAVA_INT, POINTER);

    private NativeUdp() {}

    // Calls of the system in their documented form; a wrong one would crash this process only.
    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException(
                                "bench media needs Linux: this system has no " + name + "(2)")),
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /// Room for what a call tells when it fails; one for each thread that calls.
    static MemorySegment state(Arena arena) {
        return arena.allocate(STATE);
    }

    static int open(MemorySegment state) throws IOException {
        return checked("socket", invoke(() -> (int) SOCKET.invokeExact(state, AF_INET, SOCK_DGRAM, 0)), state);
    }

    static void bind(int socket, MemorySegment address, MemorySegment state) throws IOException {
        checked("bind", invoke(() -> (int) BIND.invokeExact(state, socket, address, (int) address.byteSize())), state);
    }

    static void name(int socket, MemorySegment address, MemorySegment length, MemorySegment state) throws IOException {
        checked("getsockname", invoke(() -> (int) NAME.invokeExact(state, socket, address, length)), state);
    }

    /// As large as root may make it; without that right as large as `net.core.rmem_max` lets it be.
    static void receiveBuffer(int socket, MemorySegment bytes, MemorySegment state) throws IOException {
        var size = (int) bytes.byteSize();
        var forced = invoke(() -> (int) SET.invokeExact(state, socket, SOL_SOCKET, SO_RCVBUFFORCE, bytes, size));
        if (forced < 0) {
            checked(
                    "setsockopt",
                    invoke(() -> (int) SET.invokeExact(state, socket, SOL_SOCKET, SO_RCVBUF, bytes, size)),
                    state);
        }
    }

    static void close(int socket, MemorySegment state) throws IOException {
        checked("close", invoke(() -> (int) CLOSE.invokeExact(state, socket)), state);
    }

    /// @return how many left; fewer than asked for when the kernel would not take the next one
    static int send(int socket, MemorySegment headers, int count, MemorySegment state) {
        try {
            return Math.max(0, (int) SEND.invokeExact(state, socket, headers, count, DONTWAIT));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// @return how many came; 0 when nothing waits
    static int receive(int socket, MemorySegment headers, int most, MemorySegment state) throws IOException {
        int came;
        try {
            came = (int) RECEIVE.invokeExact(state, socket, headers, most, DONTWAIT, MemorySegment.NULL);
        } catch (Throwable e) {
            throw unexpected(e);
        }
        if (came < 0 && (int) ERRNO.get(state, 0L) != EAGAIN) {
            checked("recvmmsg", came, state);
        }
        return Math.max(0, came);
    }

    private interface Call {
        int run() throws Throwable;
    }

    private static int invoke(Call call) {
        try {
            return call.run();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a call of the system could not be made", e);
    }

    private static int checked(String what, int result, MemorySegment state) throws IOException {
        if (result < 0) {
            throw new IOException(what + " failed with errno " + (int) ERRNO.get(state, 0L));
        }
        return result;
    }
}
