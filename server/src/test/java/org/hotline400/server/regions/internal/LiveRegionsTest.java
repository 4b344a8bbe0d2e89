package org.hotline400.server.regions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.regions.MobileTable;
import org.hotline400.server.regions.Region;
import org.hotline400.server.regions.RegionOverride;
import org.hotline400.server.regions.RegionSource;
import org.hotline400.server.regions.RegionTable;
import org.hotline400.server.regions.SegmentVersion;
import org.hotline400.server.regions.internal.StoredSegments.Label;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Overrides and imports take effect as a whole, on every node, and outlive a restart.
class LiveRegionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    private static final CallerNumber BROADNET = CallerNumber.of("19212340000", "");
    private static final CallerNumber MOBILE = CallerNumber.of("13812340000", "");

    private TestDatabase database;
    private StoredOverrides overrides;
    private StoredSegments segments;

    @BeforeEach
    void aDatabase() {
        database = TestDatabase.create();
        overrides = new StoredOverrides(database.transactions(), database.jdbc(), CLOCK);
        segments = new StoredSegments(database.transactions(), database.jdbc(), CLOCK);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private final class Node {
        private final ToldChanges changes = new ToldChanges();
        private final LiveRegions live = new LiveRegions(overrides, segments, changes);
        private final SegmentImports imports = new SegmentImports(segments, live);

        Node started() {
            live.makeTable();
            return this;
        }

        SegmentImports.Report run(String file) throws IOException {
            return imports.run(stream(file), new Label("a file", LocalDate.of(2026, 6, 30), "Ms Example"))
                    .orElseThrow();
        }
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static RegionOverride override(String prefix, String city) {
        return new RegionOverride(prefix, RegionTable.own().city(city).orElseThrow(), "", "a test");
    }

    @Test
    void aCallIsAnsweredBeforeTheTableIsMadeAndTheSameAfterwards() {
        var node = new Node();
        var before = node.live.of(MOBILE);
        assertThat(before.city()).isEqualTo("连云港");
        assertThat(node.live.index().mobiles()).isNotInstanceOf(MobileTable.class);
        node.live.makeTable();
        assertThat(node.live.index().mobiles()).isInstanceOf(MobileTable.class);
        assertThat(node.live.of(MOBILE)).isEqualTo(before);
    }

    @Test
    void anImportIsInForceHereAtOnceElsewhereWithTheNewsAndAfterARestart() throws IOException {
        var here = new Node().started();
        var there = new Node().started();

        var report = here.run("1921234,西藏,拉萨\n1381234,云南,昆明,0871,移动\n1381235,江苏,镇江\n");
        assertThat(report.segments()).isEqualTo(3);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.version())
                .contains(new SegmentVersion(
                        1, "a file", LocalDate.of(2026, 6, 30), "Ms Example", CLOCK.instant(), 3, Optional.empty()));

        assertThat(here.live.of(BROADNET)).isEqualTo(new Region("西藏", "拉萨", "540100", "0891", "中国广电"));
        assertThat(there.live.of(BROADNET).isUnknown()).isTrue();
        there.changes.tell();
        assertThat(there.live.of(BROADNET).city()).isEqualTo("拉萨");
        assertThat(there.live.index().locate(MOBILE).source()).isEqualTo(RegionSource.SEGMENTS);
        assertThat(new Node().started().live.of(MOBILE).city()).isEqualTo("昆明");
    }

    @Test
    void anImportReplacesTheOneBeforeAndAWithdrawnOneGivesWayToIt() throws IOException {
        var node = new Node().started();
        node.run("1921234,西藏,拉萨\n1381234,云南,昆明\n");
        node.run("1921234,西藏,日喀则\n");
        assertThat(node.live.of(BROADNET).city()).isEqualTo("日喀则");
        assertThat(node.live.of(MOBILE).city()).isEqualTo("连云港");

        assertThat(node.imports.withdraw(2)).isTrue();
        assertThat(node.live.of(BROADNET).city()).isEqualTo("拉萨");
        assertThat(node.live.of(MOBILE).city()).isEqualTo("昆明");
        assertThat(node.imports.withdraw(2)).isFalse();

        assertThat(node.run("1921234,西藏,昌都\n").version().orElseThrow().version())
                .isEqualTo(3);
        node.imports.withdraw(3);
        node.imports.withdraw(1);
        assertThat(node.live.of(BROADNET).isUnknown()).isTrue();
        assertThat(segments.all()).extracting(SegmentVersion::version).containsExactly(3, 2, 1);
    }

    @Test
    void ofAFileWithOneBadRowNothingIsImported() throws IOException {
        var node = new Node().started();
        node.run("1921234,西藏,拉萨\n");
        var index = node.live.index();
        assertThatThrownBy(() -> node.run("1921234,西藏,昌都\n1381234,云南,昆明\n1381235,云南,连云港\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1 of 3 rows")
                .hasMessageContaining("lines[3].city");
        node.changes.tell();
        assertThat(node.live.of(BROADNET).city()).isEqualTo("拉萨");
        assertThat(node.live.of(MOBILE)).isEqualTo(index.of(MOBILE));
        assertThat(segments.all()).hasSize(1);
    }

    @Test
    void anEmptyFileIsNoImport() {
        var node = new Node().started();
        assertThatThrownBy(() -> node.run("segment,province,city\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nothing was imported");
        assertThat(segments.all()).isEmpty();
    }

    @Test
    void aDryRunTellsWhatAnImportWouldDoAndDoesNothing() throws IOException {
        var node = new Node().started();
        var report =
                node.imports.rehearse(stream("1921234,西藏,拉萨\n1381235,云南,连云港\n")).orElseThrow();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.bad()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.version()).isEmpty();
        assertThat(segments.all()).isEmpty();
        assertThat(node.live.of(BROADNET).isUnknown()).isTrue();
    }

    @Test
    void tenImportsAreKept() throws IOException {
        var node = new Node().started();
        for (int i = 0; i < 12; i++) {
            node.run("192123" + i % 10 + ",西藏,拉萨\n");
        }
        assertThat(segments.all()).extracting(SegmentVersion::version).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);
    }

    @Test
    void overridesOutliveTheTableAndARestart() {
        var node = new Node();
        overrides.put(override("138", "广州"), "Ms Example");
        node.live.refresh();
        assertThat(node.live.of(MOBILE).city()).isEqualTo("广州");
        node.live.makeTable();
        assertThat(node.live.of(MOBILE).city()).isEqualTo("广州");
        assertThat(new Node().live.of(MOBILE).city()).isEqualTo("广州");

        overrides.put(override("138", "深圳"), "Ms Example");
        node.changes.tell();
        assertThat(node.live.of(MOBILE).city()).isEqualTo("深圳");
        assertThat(overrides.remove("138")).isTrue();
        assertThat(overrides.remove("138")).isFalse();
        node.changes.tell();
        assertThat(node.live.of(MOBILE).city()).isEqualTo("连云港");
    }

    @Test
    void overridesAreReadInPages() {
        for (var prefix : List.of("0755", "138", "1381234", "139")) {
            overrides.put(override(prefix, "广州"), "Ms Example");
        }
        assertThat(overrides.page("", 2)).extracting(RegionOverride::prefix).containsExactly("0755", "138");
        assertThat(overrides.page("138", 2)).extracting(RegionOverride::prefix).containsExactly("1381234", "139");
        assertThat(overrides.find("139")).isPresent();
        assertThat(overrides.find("137")).isEmpty();
    }
}
