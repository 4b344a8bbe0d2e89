package org.hotline400.simulator;

import java.io.IOException;
import org.hotline400.media.MediaEngine;
import org.hotline400.media.MediaEngines;
import org.hotline400.media.MediaSettings;

/// A running simulator: one carrier with its phones, and the audio of their calls.
///
/// ```java
/// try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
///     var carrier = simulator.carrier().serve(platform);
///     var branch = carrier.phone("01066668888", Behaviour.answers(Voice.tone(700)));
///     var call = carrier.call(Order.to("4008888888").saying(Voice.tone(400)));
///     call.awaitAnswered(Duration.ofSeconds(5)).press("1");
///     call.heard().awaitTone(700, Duration.ofMillis(500), Duration.ofSeconds(10));
///     branch.lastCall().heard().awaitTone(400, Duration.ofMillis(500), Duration.ofSeconds(5));
///     call.hangUp();
/// }
/// ```
public final class Simulator implements AutoCloseable {
    private final MediaEngine media;
    private final Carrier carrier;

    private Simulator(MediaEngine media, Carrier carrier) {
        this.media = media;
        this.carrier = carrier;
    }

    /// Starts it.
    ///
    /// @throws IOException when its SIP port is taken
    public static Simulator start(SimulatorSettings settings) throws IOException {
        var media = MediaEngines.start(
                new MediaSettings(settings.bind(), settings.firstRtpPort(), settings.lastRtpPort(), 1));
        try {
            return new Simulator(media, Carrier.start(settings, media));
        } catch (IOException | RuntimeException e) {
            media.close();
            throw e;
        }
    }

    public Carrier carrier() {
        return carrier;
    }

    /// The media engine of its phones, for its statistics.
    public MediaEngine media() {
        return media;
    }

    /// Ends every call and gives all sockets back. Idempotent.
    @Override
    public void close() {
        carrier.close();
        media.close();
    }
}
