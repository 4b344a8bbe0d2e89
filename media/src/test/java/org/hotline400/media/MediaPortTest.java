package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaPortTest {
    private MediaEngine engine;
    private final Ear here = new Ear();
    private final Ear there = new Ear();

    @BeforeEach
    void start() throws IOException {
        engine = MediaEngines.start(new MediaSettings(InetAddress.getLoopbackAddress(), 20000, 29999, 1));
    }

    @AfterEach
    void everythingIsGivenBack() {
        engine.close();
        assertThat(engine.statistics()).isEqualTo(new MediaStatistics(0, 0, 0));
    }

    @Test
    void aToneArrives() {
        MediaPort a = engine.open(here);
        MediaPort b = engine.open(there);
        a.connect(StreamTerms.to(b.local(), Codec.PCMA));
        b.connect(StreamTerms.to(a.local(), Codec.PCMA));
        b.listenTo(there);
        a.play(Tones.sine(440));
        there.awaitTone(440);
        assertThat(there.all(MediaEvent.Latched.class)).hasSize(1);
    }

    @Test
    void keysGoBothWays() {
        MediaPort a = engine.open(here);
        MediaPort b = engine.open(there);
        a.connect(StreamTerms.to(b.local(), Codec.PCMA));
        b.connect(StreamTerms.to(a.local(), Codec.PCMA));
        a.press("1#d");
        b.press("*0");
        there.awaitKeys("1#D");
        here.awaitKeys("*0");
    }

    @Test
    void bridgeTranscodesAndMapsEvents() {
        Ear left = new Ear();
        Ear right = new Ear();
        MediaPort phoneA = engine.open(left);
        MediaPort phoneB = engine.open(right);
        MediaPort a = engine.open(here);
        MediaPort b = engine.open(there);
        a.connect(StreamTerms.to(phoneA.local(), Codec.PCMA));
        b.connect(terms(phoneB, Codec.PCMU, 97));
        phoneA.connect(StreamTerms.to(a.local(), Codec.PCMA));
        phoneB.connect(terms(b, Codec.PCMU, 97));
        phoneA.listenTo(left);
        phoneB.listenTo(right);
        a.bridge(b);
        phoneA.play(Tones.sine(440));
        phoneB.play(Tones.sine(700));
        right.awaitTone(440);
        left.awaitTone(700);
        phoneA.press("5");
        right.awaitKeys("5");
        here.awaitKeys("5");
        assertThat(there.keys()).isEmpty();
    }

    @Test
    void statisticsGoBackToZero() {
        MediaPort a = engine.open(here);
        a.play(Tones.sine(440));
        await().until(() -> engine.statistics().equals(new MediaStatistics(1, 1, 0)));
        a.close();
        await().until(() -> engine.statistics().equals(new MediaStatistics(0, 0, 0)));
    }

    private static StreamTerms terms(MediaPort peer, Codec codec, int events) {
        return new StreamTerms(
                peer.local(), codec, OptionalInt.of(events), OptionalInt.of(events), true, true, Duration.ofMillis(20));
    }
}
