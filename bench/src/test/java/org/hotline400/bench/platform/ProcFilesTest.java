package org.hotline400.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class ProcFilesTest {
    @Test
    void readsTimesBehindANameWithBlanksAndParentheses() {
        var stat = "42 (a (strange) name) S 1 42 42 0 -1 4194560 1 2 3 4 50 60 70 80 20 0 1 0 99";

        assertThat(ProcessUsage.parseTimes(stat)).containsExactly(50, 60, 70, 80);
    }

    /// The shell computes, and lets a child compute that has ended when it is looked at.
    @Test
    void countsDescendantsThatHaveEnded() throws Exception {
        var work = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        var shell = Children.start(new ProcessBuilder(
                new java.util.ArrayList<>(List.of("sh", "-c", "sh -c '" + work + "'; echo done; read end"))));
        try {
            assertThat(shell.inputReader().readLine()).isEqualTo("done");
            var usage = ProcessUsage.of(shell.pid());

            assertThat(usage.descendants()).isGreaterThan(usage.own()).isGreaterThan(Duration.ZERO);
            assertThat(usage.ownRssKilobytes()).isPositive();
            assertThat(usage.since(usage).total()).isZero();
        } finally {
            Children.end(shell, Duration.ofSeconds(5));
        }
        assertThat(shell.isAlive()).isFalse();
        assertThatThrownBy(() -> ProcessUsage.of(shell.pid())).hasMessageContaining("no process");
    }

    @Test
    void endsWhatAProcessLeavesBehind() throws Exception {
        var shell = Children.start(new ProcessBuilder(
                new java.util.ArrayList<>(List.of("sh", "-c", "sleep 600 & echo $!; exec sleep 600"))));
        var orphan =
                ProcessHandle.of(Long.parseLong(shell.inputReader().readLine())).orElseThrow();

        Children.end(shell, Duration.ofSeconds(5));

        assertThat(shell.isAlive()).isFalse();
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void removesAFolderWithAllThatIsInIt() throws Exception {
        var folder = Children.folder("test");
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "d");

        Children.remove(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void findsTheCounterOfLostDatagrams() {
        assertThat(UdpLosses.parse(List.of(
                        "Ip: x", "Udp: InDatagrams NoPorts RcvbufErrors SndbufErrors", "Udp: 9 8 7 6", "UdpLite: x")))
                .isEqualTo(7);
        assertThat(UdpLosses.now()).isNotNegative();
    }

    @Test
    void countsWorkAndStolenTimeAsBusy() {
        var before = MachineTime.parse("cpu  100 10 50 4000 30 2 3 5 0 0");
        var after = MachineTime.parse("cpu  200 10 50 9000 90 2 3 15 0 0");
        assertThat(before.busy()).isEqualTo(Duration.ofMillis(1700));
        assertThat(before.stolen()).isEqualTo(Duration.ofMillis(50));
        assertThat(after.since(before)).isEqualTo(new MachineTime(Duration.ofMillis(1100), Duration.ofMillis(100)));
    }

    /// A child that computes while it is looked at.
    @Test
    void addsUpAProcessAndWhatItStarted() throws Exception {
        var shell = Children.start(new ProcessBuilder(
                new java.util.ArrayList<>(List.of("sh", "-c", "sh -c 'while :; do :; done' & echo $!; read end"))));
        try {
            assertThat(shell.inputReader().readLine()).isNotBlank();
            var times = ProcessTimes.of(shell.pid());
            var before = times.now();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> times.now().minus(before).compareTo(Duration.ofMillis(100)) > 0);
            Children.end(shell, Duration.ofSeconds(5));
            var end = times.now();
            assertThat(end).isGreaterThan(before).isEqualTo(times.now());
        } finally {
            Children.end(shell, Duration.ofSeconds(5));
        }
    }

    @Test
    void describesThisMachine() {
        var machine = Machine.here();

        assertThat(machine.cores()).isPositive();
        assertThat(machine.text()).contains("cores").contains("JDK 25");
        assertThat(Path.of("/proc/cpuinfo")).exists();
    }
}
