package org.hotline400.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.app.Hotline;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    @TempDir
    private Path place;

    private record Ran(int code, String said) {}

    private Ran run(String... arguments) {
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        int code = Hotline.commandLine().setOut(writer).setErr(writer).execute(arguments);
        return new Ran(code, said.toString());
    }

    @Test
    void listsRotatesAndForgets() throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        var data = place.resolve("data");
        Hotline400Server.start(ServerOptions.in(data)
                        .withHttp(new InetSocketAddress(loopback, 0))
                        .withSip(new InetSocketAddress(loopback, 0)))
                .close();
        String key = Files.readString(data.resolve("keys/master.key")).strip();

        Ran listed = run("keys", "--data", data.toString());
        Ran rotated = run("keys", "rotate", "--data", data.toString());
        Ran tenants = run("keys", "rotate", "--tenants", "--data", data.toString());
        Ran forgot = run("keys", "rotate", "--forget", "--data", data.toString());

        assertThat(listed.said()).contains("current  wraps 6", "data keys fingerprints");
        assertThat(listed.code()).isZero();
        assertThat(rotated.said()).contains("wrapped 6 data keys by the master key");
        assertThat(tenants.said()).contains("made 3 new data keys");
        assertThat(forgot.said()).contains("forgot the master keys");
        assertThat(listed.said() + rotated.said() + tenants.said() + forgot.said())
                .doesNotContain(key);
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files).containsExactly(data.resolve("keys/master.key"));
        }
    }

    @Test
    void aFolderWithoutDataIsTold() {
        Ran ran = run("keys", "rotate", "--data", place.resolve("none").toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.said()).contains("there is no data in");
    }
}
