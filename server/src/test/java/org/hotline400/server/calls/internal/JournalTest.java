package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final long SEGMENT = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void keepsARecordExactlyAsItWas() throws IOException {
        var call = SampleCalls.ended(TENANT);
        try (var journal = open()) {
            journal.ended(call);

            assertThat(entries()).containsExactly(new JournalEntry.Ended(call));
        }
    }

    @Test
    void aCallLeftOpenIsClosedAsPlatformFailureAtTheLastSignOfLife() throws IOException {
        var call = SampleCalls.open(TENANT);
        try (var journal = open()) {
            journal.open(call);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> entries().stream().anyMatch(JournalEntry.Alive.class::isInstance));
        }
        var alive = entries().stream()
                .filter(JournalEntry.Alive.class::isInstance)
                .map(JournalEntry.Alive.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();

        try (var again = open()) {
            assertThat(again.openCalls()).isEmpty();
        }
        assertThat(ended()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(call.id());
            assertThat(record.end().reason()).isEqualTo(EndReason.PLATFORM_FAILURE);
            assertThat(record.times().endedAt()).isEqualTo(alive.at());
        });
    }

    @Test
    void startingOftenClosesACallOnce() throws IOException {
        try (var journal = open()) {
            journal.open(SampleCalls.open(TENANT));
        }
        for (int i = 0; i < 3; i++) {
            open().close();
        }
        assertThat(ended()).hasSize(1);
    }

    @Test
    void aTornTailIsNoEntryAndDoesNotHideWhatComesAfter() throws IOException {
        var whole = SampleCalls.ended(TENANT);
        try (var journal = open()) {
            journal.ended(whole);
            journal.ended(SampleCalls.ended(TENANT));
        }
        var file = new JournalFolder(folder).segment(1);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 7);
        }
        var later = SampleCalls.ended(TENANT);

        try (var journal = open()) {
            journal.ended(later);
        }

        assertThat(ended()).extracting(CallRecord::id).containsExactly(whole.id(), later.id());
    }

    @Test
    void aFlippedBitIsNoticed() throws IOException {
        try (var journal = open()) {
            journal.ended(SampleCalls.ended(TENANT));
        }
        var file = new JournalFolder(folder).segment(1);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(ended()).isEmpty();
    }

    @Test
    void aNewSegmentBeginsWithTheCallsThatAreOpen() throws IOException {
        var lasting = SampleCalls.open(TENANT);
        try (var journal = Journal.open(folder, Clock.systemUTC(), 2000)) {
            journal.open(lasting);
            for (int i = 0; i < 10; i++) {
                journal.ended(SampleCalls.ended(TENANT));
            }
            var segments = new JournalFolder(folder).segments();

            assertThat(segments).hasSizeGreaterThan(2);
            assertThat(read(segments.getLast()).getFirst()).isEqualTo(new JournalEntry.Open(lasting));
        }
    }

    @Test
    void whatCannotBeWrittenRefusesNewCallsOnly() {
        var journal = open();
        journal.close();

        assertThatThrownBy(() -> journal.open(SampleCalls.open(TENANT))).isInstanceOf(JournalFailedException.class);
        journal.goesOn(SampleCalls.open(TENANT));
        journal.ended(SampleCalls.ended(TENANT));
    }

    @Test
    void anInterruptedCallsEndIsWrittenAndTheNextOnesToo() throws Exception {
        var interrupted = SampleCalls.open(TENANT);
        var next = SampleCalls.open(TENANT);
        var stillInterrupted = new AtomicBoolean();
        try (var journal = open()) {
            journal.open(interrupted);
            journal.open(next);
            var thread = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                journal.ended(interrupted);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
            journal.ended(next);
        }

        open().close();
        assertThat(stillInterrupted).isTrue();
        assertThat(ended()).containsExactly(interrupted, next);
    }

    /// Interrupts that strike while the journal writes, syncs or goes over to its next segment.
    @Test
    void interruptsInTheMiddleOfWritingLoseNothing() throws Exception {
        var calls = Stream.generate(() -> SampleCalls.ended(TENANT)).limit(500).toList();
        try (var journal = Journal.open(folder, Clock.systemUTC(), 5000)) {
            var caller = Thread.ofPlatform().start(() -> calls.forEach(journal::ended));
            while (caller.isAlive()) {
                caller.interrupt();
                Thread.onSpinWait();
            }
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ended().size() >= calls.size());
        }

        assertThat(ended()).containsExactlyInAnyOrderElementsOf(calls);
    }

    /// A process of its own writes calls and is killed in the middle of it: what it said was written is there.
    @Test
    void nothingThatWasWrittenIsLostByKillMinusNine() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var child = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var written = new ArrayList<String>();
        try (var said = child.inputReader()) {
            for (int i = 0; i < 300; i++) {
                written.add(said.readLine());
            }
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        open().close();

        assertThat(written).doesNotContainNull();
        assertThat(ended().stream().map(call -> call.id().toString()).toList())
                .doesNotHaveDuplicates()
                .containsAll(written);
        assertThat(ended())
                .filteredOn(call -> call.end().reason() == EndReason.PLATFORM_FAILURE)
                .hasSize(1);
    }

    @Test
    void whatWasWrittenIsHandedOverOnceFromMemory() {
        var first = SampleCalls.open(TENANT);
        var second = SampleCalls.ended(TENANT);
        try (var journal = Journal.open(folder, Clock.systemUTC(), 2000)) {
            var begin = journal.end();
            journal.open(first);
            journal.ended(second);
            var middle = journal.end();

            assertThat(journal.fetch(middle)).isNull();
            assertThat(journal.fetch(begin))
                    .isEqualTo(new JournalFolder.Batch(
                            List.of(new JournalEntry.Open(first), new JournalEntry.Ended(second)), middle));
            assertThat(journal.fetch(begin)).isNull();

            // The new segment repeats the call that is open; what is handed over does not.
            journal.ended(first);
            assertThat(journal.end().segment()).isGreaterThan(middle.segment());
            assertThat(journal.fetch(middle))
                    .isEqualTo(new JournalFolder.Batch(List.of(new JournalEntry.Ended(first)), journal.end()));
        }
    }

    @Test
    void whatMemoryLetGoIsInTheFilesUpToWhereMemoryBegins() throws IOException {
        var calls = Stream.generate(() -> SampleCalls.ended(TENANT)).limit(40).toList();
        try (var journal = Journal.open(folder, Clock.systemUTC(), new Journal.Limits(SEGMENT, 10_000))) {
            var begin = journal.end();
            calls.forEach(journal::ended);

            assertThat(journal.fetch(begin)).isNull();
            var files = new JournalFolder(folder).read(begin, journal.handOverBegins(), 1000);
            var memory = journal.fetch(files.next());
            assertThat(memory).isNotNull();
            assertThat(Stream.concat(files.entries().stream(), memory.entries().stream()))
                    .containsExactlyElementsOf(
                            calls.stream().map(JournalEntry.Ended::new).toList());
            assertThat(memory.entries()).isNotEmpty().hasSizeLessThan(10);
            assertThat(memory.next()).isEqualTo(journal.end());
        }
    }

    @Test
    void whatAnEarlierProcessLeftIsNotHandedOver() {
        try (var journal = open()) {
            journal.open(SampleCalls.open(TENANT));
        }
        try (var again = open()) {
            assertThat(again.end().offset()).isPositive();
            assertThat(again.handOverBegins()).isEqualTo(again.end());
        }
    }

    @Test
    void aRollThatFailsLosesNothingAndIsTriedAgain() throws IOException {
        var calls = Stream.generate(() -> SampleCalls.ended(TENANT)).limit(12).toList();
        try (var journal = Journal.open(folder, Clock.systemUTC(), 4000)) {
            var inTheWay = new JournalFolder(folder).segment(2);
            Files.createDirectory(inTheWay);
            var begin = journal.end();
            calls.subList(0, 6).forEach(journal::ended);
            assertThatThrownBy(() -> journal.open(SampleCalls.open(TENANT))).isInstanceOf(JournalFailedException.class);
            Files.delete(inTheWay);
            calls.subList(6, 12).forEach(journal::ended);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ended().size() >= calls.size());

            var handedOver = journal.fetch(begin);
            assertThat(handedOver).isNotNull();
            assertThat(handedOver.entries())
                    .containsExactlyInAnyOrderElementsOf(
                            calls.stream().map(JournalEntry.Ended::new).toList());
            assertThat(handedOver.next()).isEqualTo(journal.end());
        }
        assertThat(ended()).containsExactlyInAnyOrderElementsOf(calls);
    }

    @Test
    void aCallWhoseEndHasNoFormOnDiskEndsAsItsCourseWasKnown() throws IOException {
        var call = SampleCalls.open(TENANT);
        var next = SampleCalls.ended(TENANT);
        try (var journal = open()) {
            journal.open(call);
            journal.goesOn(SampleCalls.huge(call));
            journal.ended(SampleCalls.huge(call));
            journal.ended(next);
            assertThat(journal.openCalls()).isEmpty();
        }
        assertThat(ended()).containsExactly(call, next);
        assertThat(folder.resolve("aside/call-" + call.id() + ".json")).isNotEmptyFile();
    }

    @Test
    void aCourseThatHasNoFormOnDiskIsNotRepeatedInTheNextSegment() throws IOException {
        var call = SampleCalls.open(TENANT);
        try (var journal = Journal.open(folder, Clock.systemUTC(), 2000)) {
            journal.open(call);
            journal.goesOn(SampleCalls.huge(call));
            for (int i = 0; i < 5; i++) {
                journal.ended(SampleCalls.ended(TENANT));
            }
            var segments = new JournalFolder(folder).segments();
            assertThat(segments).hasSizeGreaterThan(2);
            assertThat(read(segments.getLast()).getFirst()).isEqualTo(new JournalEntry.Open(call));
        }
    }

    private Journal open() {
        return Journal.open(folder, Clock.systemUTC(), SEGMENT);
    }

    private List<CallRecord> ended() throws IOException {
        return entries().stream()
                .filter(JournalEntry.Ended.class::isInstance)
                .map(entry -> ((JournalEntry.Ended) entry).call())
                .toList();
    }

    private List<JournalEntry> entries() throws IOException {
        var all = new ArrayList<JournalEntry>();
        for (var segment : new JournalFolder(folder).segments()) {
            all.addAll(read(segment));
        }
        return all;
    }

    private List<JournalEntry> read(long segment) throws IOException {
        return new JournalFolder(folder)
                .read(new Position(segment, 0), new Position(segment, Long.MAX_VALUE), Integer.MAX_VALUE)
                .entries();
    }
}
