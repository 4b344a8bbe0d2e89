package org.hotline400.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine itself: Java, memory, limits, disk.
final class MachineChecks {
    private static final long GIB = 1L << 30;

    // A call has two legs of two sockets each: below this the platform ends at a few hundred calls.
    private static final long FILES_WANTED = 16_384;
    private static final long FILES_NEEDED = 1_024;

    // What the SIP loop asks for; a smaller buffer loses messages in a burst.
    private static final long UDP_BUFFER_WANTED = 4L << 20;

    private MachineChecks() {}

    static Finding java() {
        var version = Runtime.version();
        return version.feature() == 25
                ? Finding.ok("Java", version + " in " + System.getProperty("java.home"))
                : Finding.fail(
                        "Java",
                        version + " runs, 25 is needed",
                        "install Temurin 25 (https://adoptium.net) or set JAVA_HOME to a JDK 25");
    }

    static Finding memory() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var total = machine.getTotalMemorySize();
        var text = gib(total) + " in all, " + gib(machine.getFreeMemorySize()) + " free";
        if (total < 3 * GIB / 2) {
            return Finding.fail("Memory", text + "; 2 GiB are needed", "give this machine more memory");
        }
        return total < 3 * GIB
                ? Finding.warn("Memory", text, "4 GiB or more, or a smaller heap: HOTLINE_JAVA_OPTS=-Xmx1g")
                : Finding.ok("Memory", text);
    }

    static Finding openFiles() {
        var part = "Open files";
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return Finding.warn(part, "the limit cannot be read here", "see that a process may open 65536 files");
        }
        var limit = unix.getMaxFileDescriptorCount();
        var text = "up to " + limit + " files and sockets";
        var fix = "ulimit -n 65536 before the start, or LimitNOFILE=65536 in the systemd unit";
        if (limit < FILES_NEEDED) {
            return Finding.fail(part, text + "; " + FILES_NEEDED + " are needed", fix);
        }
        return limit < FILES_WANTED ? Finding.warn(part, text, fix) : Finding.ok(part, text);
    }

    static Finding udpBuffers() {
        var part = "UDP buffers";
        try {
            var limit = Long.parseLong(
                    Files.readString(Path.of("/proc/sys/net/core/rmem_max")).trim());
            var text = "net.core.rmem_max is " + limit;
            return limit < UDP_BUFFER_WANTED
                    ? Finding.warn(
                            part,
                            text + ": a burst of calls may lose messages",
                            "sudo sysctl -w net.core.rmem_max=" + UDP_BUFFER_WANTED + " (and in /etc/sysctl.d/)")
                    : Finding.ok(part, text);
        } catch (IOException | NumberFormatException e) {
            return Finding.ok(part, "no limit to be read on this system");
        }
    }

    static Finding folder(Path data) {
        var part = "Data folder";
        var existing = nearestExisting(data);
        if (!Files.isDirectory(existing)) {
            return Finding.fail(part, existing + " is a file, not a folder", "name another folder with --data");
        }
        if (!Files.isWritable(existing)) {
            return Finding.fail(
                    part,
                    existing + " cannot be written by " + System.getProperty("user.name"),
                    "chown it, or name another folder with --data");
        }
        return Finding.ok(part, data + (existing.equals(data) ? "" : " (will be made)"));
    }

    static Finding disk(Path data) {
        var part = "Disk";
        try {
            var store = Files.getFileStore(nearestExisting(data));
            var free = store.getUsableSpace();
            var text = gib(free) + " free for " + data;
            var fix = "free some space, or name a folder on another disk with --data";
            if (free < GIB) {
                return Finding.fail(part, text + "; 1 GiB is needed", fix);
            }
            // An hour of recorded talk takes 58 MB.
            return free < 10 * GIB
                    ? Finding.warn(part, text + ", some 150 hours of recordings", fix)
                    : Finding.ok(part, text);
        } catch (IOException e) {
            return Finding.fail(
                    part, "free space cannot be read: " + e.getMessage(), "name another folder with --data");
        }
    }

    private static Path nearestExisting(Path folder) {
        var path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private static String gib(long bytes) {
        return Math.round(bytes * 10.0 / GIB) / 10.0 + " GiB";
    }
}
