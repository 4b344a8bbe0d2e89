package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaEngineTest {
    private static final MediaListener DEAF = event -> {};

    @Test
    void aRangeIsUsedUpAndPortsComeBack() throws IOException {
        try (MediaEngine engine = Ranges.engine(2, 1)) {
            MediaPort first = engine.open(DEAF);
            engine.open(DEAF);
            assertThatThrownBy(() -> engine.open(DEAF))
                    .isInstanceOf(NoPortLeftException.class)
                    .hasMessageContaining("widen the range");
            first.close();
            await().until(() -> engine.statistics().ports() == 1);
            MediaPort again = awaitPort(engine);
            assertThat(again.local()).isEqualTo(first.local());
            assertThat(again.local().getPort() % 2).isZero();
        }
    }

    @Test
    void thePortUnusedForLongestComesNext() throws IOException {
        try (MediaEngine engine = Ranges.engine(4, 1)) {
            Set<Integer> used = new HashSet<>();
            for (int i = 1; i <= 4; i++) {
                MediaPort port = engine.open(DEAF);
                used.add(port.local().getPort());
                port.close();
                await().until(() -> engine.statistics().ports() == 0);
            }
            assertThat(used).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPortThatAnotherProgramHoldsIsSkipped(int which) throws IOException {
        MediaSettings settings = Ranges.free(2, 1);
        try (DatagramSocket other = new DatagramSocket(settings.firstPort() + which, settings.bind());
                MediaEngine engine = MediaEngines.start(settings)) {
            assertThat(other.isBound()).isTrue();
            assertThat(engine.open(DEAF).local().getPort()).isEqualTo(settings.firstPort() + 2);
        }
    }

    @Test
    void mostOfTheRangeMayBeHeldByOthers() throws IOException {
        MediaSettings settings = Ranges.free(40, 2);
        List<DatagramSocket> others = new ArrayList<>();
        try (MediaEngine engine = MediaEngines.start(settings)) {
            for (int pair = 0; pair < 37; pair++) {
                others.add(new DatagramSocket(settings.firstPort() + 2 * pair, settings.bind()));
            }
            Set<Integer> ports = new HashSet<>();
            for (int call = 0; call < 3; call++) {
                ports.add(engine.open(DEAF).local().getPort());
            }
            assertThat(ports).hasSize(3);
            assertThatThrownBy(() -> engine.open(DEAF))
                    .isInstanceOf(NoPortLeftException.class)
                    .hasMessageContaining("widen the range")
                    .hasMessageContaining("other programs hold 37 of its 40 pairs");
        } finally {
            others.forEach(DatagramSocket::close);
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() throws IOException {
        MediaSettings elsewhere = new MediaSettings(InetAddress.getByName("192.0.2.1"), 20000, 29999, 1);
        assertThatThrownBy(() -> MediaEngines.start(elsewhere))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("192.0.2.1")
                .hasMessageContaining("address of this machine");
    }

    @Test
    void aClosedEngineOpensNothing() throws IOException {
        MediaEngine engine = Ranges.engine(2, 1);
        engine.close();
        engine.close();
        assertThatThrownBy(() -> engine.open(DEAF)).hasMessageContaining("closed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void twoHundredPortsAtOnce(int threads) throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (MediaEngine engine = Ranges.engine(200, threads)) {
            List<Ear> ears = new ArrayList<>();
            List<MediaPort> ports = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Ear ear = new Ear();
                ears.add(ear);
                ports.add(engine.open(ear));
            }
            for (int i = 0; i < 200; i += 4) {
                pair(ports.get(i), ports.get(i + 1));
                pair(ports.get(i + 2), ports.get(i + 3));
                ports.get(i + 1).bridge(ports.get(i + 2));
                ports.get(i).listenTo(ears.get(i));
                ports.get(i + 3).listenTo(ears.get(i + 3));
                ports.get(i).play(Tones.sine(440));
                ports.get(i + 3).play(Tones.sine(700));
            }
            for (int i = 0; i < 200; i += 4) {
                ears.get(i).awaitTone(700);
                ears.get(i + 3).awaitTone(440);
            }
            ports.forEach(MediaPort::close);
            await().until(() -> engine.statistics().equals(new MediaStatistics(0, 0, 0)));
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> thread.getName().startsWith("media-"))
                        .isSubsetOf(before));
    }

    private static void pair(MediaPort one, MediaPort other) {
        one.connect(StreamTerms.to(other.local(), Codec.PCMA));
        other.connect(StreamTerms.to(one.local(), Codec.PCMA));
    }

    private static MediaPort awaitPort(MediaEngine engine) {
        List<MediaPort> got = new ArrayList<>();
        await().until(() -> {
            try {
                return got.add(engine.open(DEAF));
            } catch (NoPortLeftException e) {
                return false;
            }
        });
        return got.getFirst();
    }
}
