package org.hotline400.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.app.Hotline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    @Test
    void namesThePortThatIsTakenAndTheOptionToChange() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = doctor("--data", folder.toString(), "--http", "" + taken.getLocalPort(), "--sip", "0");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.text()).contains("FAIL  HTTP port    TCP " + taken.getLocalPort() + " is taken");
            assertThat(answer.text()).contains("--http another port");
        }
    }

    @Test
    void seesThatUdpAloneIsTaken() throws IOException {
        try (var taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var answer = doctor("--data", folder.toString(), "--sip", "" + taken.getLocalPort());

            assertThat(answer.text()).contains("FAIL  SIP port     UDP " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void findsNoFaultWhereThereIsNone() {
        var answer = doctor("--data", folder.toString(), "--http", "0", "--sip", "0", "--rtp-ports", "42000-42099");

        assertThat(answer.text())
                .doesNotContain("FAIL")
                .contains("OK    HTTP port")
                .contains("OK    Data folder");
        assertThat(answer.code()).isZero();
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "no folder");

        var answer = doctor("--data", file.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("FAIL  Data folder").contains("--data");
    }

    @Test
    void tellsAWrongOptionBeforeAnythingElse() {
        var answer = doctor("--bind", "no such host.");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("--bind takes an address").doesNotContain("Memory");
    }

    private static Answer doctor(String... options) {
        var text = new StringWriter();
        var writer = new PrintWriter(text, true);
        var arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        var code = Hotline.commandLine().setOut(writer).setErr(writer).execute(arguments);
        return new Answer(code, text.toString());
    }

    private record Answer(int code, String text) {}
}
