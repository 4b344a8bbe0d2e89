package org.hotline400.bench.platform;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How to start the platform.
///
/// @param trunk where the carrier is
/// @param firstRtpPort even
/// @param lastRtpPort above it
/// @param javaOptions added to those of `./hotline run`; without blanks
public record PlatformSettings(InetSocketAddress trunk, int firstRtpPort, int lastRtpPort, List<String> javaOptions) {
    private static final int FIRST_RTP_PORT = 20_000;
    private static final int LAST_RTP_PORT = 29_999;

    public PlatformSettings {
        javaOptions = List.copyOf(javaOptions);
        if (firstRtpPort % 2 != 0 || lastRtpPort <= firstRtpPort || lastRtpPort > 65_535) {
            throw new IllegalArgumentException(
                    "RTP ports begin at an even one and end above it, were " + firstRtpPort + "-" + lastRtpPort);
        }
        for (var option : javaOptions) {
            if (option.isBlank() || option.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("an option of Java has no blanks here, was \"" + option + "\"");
            }
        }
    }

    /// The usual ports, nothing added.
    public static PlatformSettings withTrunk(InetSocketAddress trunk) {
        return new PlatformSettings(trunk, FIRST_RTP_PORT, LAST_RTP_PORT, List.of());
    }

    public PlatformSettings withRtpPorts(int first, int last) {
        return new PlatformSettings(trunk, first, last, javaOptions);
    }

    public PlatformSettings withJavaOptions(List<String> more) {
        var all = new ArrayList<>(javaOptions);
        all.addAll(more);
        return new PlatformSettings(trunk, firstRtpPort, lastRtpPort, all);
    }

    /// Writes pauses, and what the collector did, to this file.
    public PlatformSettings withPauseLog(Path file) {
        return withJavaOptions(
                List.of("-Xlog:gc*,safepoint:file=" + file.toAbsolutePath() + ":timenanos,tags:filecount=0"));
    }
}
