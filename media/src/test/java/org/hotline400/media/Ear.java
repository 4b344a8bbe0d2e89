package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/// Remembers what a port told and what its peer said.
final class Ear implements MediaListener, AudioSink {
    private final List<MediaEvent> events = new CopyOnWriteArrayList<>();
    private final List<short[]> frames = new ArrayList<>();

    @Override
    public void on(MediaEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void frame(short[] pcm160) {
        frames.add(pcm160.clone());
    }

    List<MediaEvent> events() {
        return events;
    }

    String keys() {
        StringBuilder keys = new StringBuilder();
        for (MediaEvent event : events) {
            if (event instanceof MediaEvent.KeyPressed(char key)) {
                keys.append(key);
            }
        }
        return keys.toString();
    }

    <E extends MediaEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    synchronized short[] samples() {
        short[] all = new short[frames.size() * 160];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i), 0, all, i * 160, 160);
        }
        return all;
    }

    /// Whether the tone fills some 100 ms of the last two seconds.
    boolean heard(int hz) {
        short[] all = samples();
        for (int from = Math.max(0, all.length - 16000); from + 800 <= all.length; from += 160) {
            if (ToneDetector.level(all, from, 800, hz) > 0.9) {
                return true;
            }
        }
        return false;
    }

    void awaitTone(int hz) {
        Awaitility.await("a tone of " + hz + " Hz")
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(10))
                .until(() -> heard(hz));
    }

    void awaitKeys(String keys) {
        Awaitility.await("keys " + keys)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(keys()).isEqualTo(keys));
    }

    /// Waits until the port has done all that it was told.
    static void settle(MediaPort port) {
        CountDownLatch ticked = new CountDownLatch(1);
        port.listenTo(frame -> ticked.countDown());
        Awaitility.await().until(() -> ticked.getCount() == 0);
        port.listenTo(AudioSink.NONE);
    }
}
