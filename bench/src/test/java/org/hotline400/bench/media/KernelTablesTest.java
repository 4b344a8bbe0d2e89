package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTablesTest {
    private static final String UDP = """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              100: 0100007F:4E20 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 11 2 0000000000000000 7
              101: 0100007F:4E21 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12 2 0000000000000000 5
              102: 0100007F:13C4 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 13 2 0000000000000000 900
            """;

    @Test
    void addsUpTheDropsOfTheNamedPorts() {
        var drops = KernelDrops.of(UDP.lines(), port -> port >= 20_000 && port <= 29_999);
        assertThat(drops).isEqualTo(new KernelDrops(2, 12));
        assertThat(KernelDrops.of(UDP.lines(), port -> port == 5060)).isEqualTo(new KernelDrops(1, 900));
    }
}
