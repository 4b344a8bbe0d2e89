package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream is cut alike however its bytes arrive.
class FramingTest {

    private static final List<String> MESSAGES = List.of(
            "SIP/2.0 200\n\n",
            "OPTIONS sip:a@b SIP/2.0\r\nContent-Length: 5\r\n\r\nab\r\nc",
            "MESSAGE sip:a@b SIP/2.0\r\nl: 3000\r\n\r\n" + "\r\n\r\n".repeat(750),
            "INFO sip:a@b SIP/2.0\nContent-Length:\n 0\n\n");

    private static final class Ear implements Framing.Heard {

        private final List<String> messages = new ArrayList<>();
        private int most = Integer.MAX_VALUE;
        private int pings;
        private int pongs;

        @Override
        public void message(byte[] message) {
            messages.add(new String(message, StandardCharsets.UTF_8));
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void pong() {
            pongs++;
        }

        @Override
        public boolean over() {
            return messages.size() >= most;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 5000, 48 << 10})
    void aStreamIsCutAlikeHoweverItArrives(int most) {
        byte[] stream = bytes(String.join("", MESSAGES).repeat(20));
        var random = new Random(most);
        var framing = new Framing();
        var ear = new Ear();
        for (int at = 0; at < stream.length; ) {
            int count = Math.min(stream.length - at, 1 + random.nextInt(most));
            assertThat(framing.take(ByteBuffer.wrap(stream, at, count), ear)).isTrue();
            at += count;
        }
        var expected = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            expected.addAll(MESSAGES);
        }
        assertThat(ear.messages).containsExactlyElementsOf(expected);
        assertThat(ear.pings + ear.pongs).isZero();
    }

    @Test
    void keepAlivesBetweenMessagesAreNoPartOfThem() {
        var framing = new Framing();
        var ear = new Ear();
        framing.take(ByteBuffer.wrap(bytes("\r\n\r\n" + MESSAGES.get(1) + "\r\n")), ear);
        framing.take(ByteBuffer.wrap(bytes(MESSAGES.get(1) + "\r\n\r")), ear);
        framing.take(ByteBuffer.wrap(bytes("\n" + MESSAGES.get(0))), ear);
        assertThat(ear.messages).containsExactly(MESSAGES.get(1), MESSAGES.get(1), MESSAGES.get(0));
        assertThat(ear.pings).isEqualTo(2);
        assertThat(ear.pongs).isEqualTo(1);
    }

    @Test
    void afterTheLastMessageThatIsWantedNothingMoreIsCut() {
        var ear = new Ear();
        ear.most = 2;
        assertThat(new Framing().take(ByteBuffer.wrap(bytes(MESSAGES.get(0).repeat(100))), ear))
                .isTrue();
        assertThat(ear.messages).hasSize(2);
    }

    @Test
    void whatIsTooLongOrHasNoUsableLengthCannotBeRead() {
        var ear = new Ear();
        assertThat(new Framing().take(ByteBuffer.wrap(new byte[65_535]), ear)).isFalse();
        assertThat(new Framing().take(ByteBuffer.wrap(bytes(MESSAGES.get(1) + "A\nl: 65535\n\n")), ear))
                .isFalse();
        assertThat(new Framing().take(ByteBuffer.wrap(bytes("A\nl: x\n\n")), ear))
                .isFalse();
        assertThat(ear.messages).hasSize(1);
    }
}
