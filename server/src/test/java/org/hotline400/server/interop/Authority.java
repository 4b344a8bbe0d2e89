package org.hotline400.server.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A certificate authority made for one run of the tests, and the certificate of a server on loopback that it vouches
/// for, as PEM files. Made by the JDK's `keytool`.
final class Authority {
    private static final String SECRET = "changeit";
    private static final int SECONDS = 30;

    private final Path folder;

    static Authority in(Path folder) throws IOException {
        var authority = new Authority(folder);
        try {
            authority.make();
            return authority;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Authority(Path folder) {
        this.folder = folder;
    }

    /// What those who trust it need.
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /// The server's certificate, and after it the authority's.
    Path certificates() {
        return folder.resolve("server.pem");
    }

    /// The server's key, PKCS#8.
    Path key() {
        return folder.resolve("server.key");
    }

    private void make() throws IOException, InterruptedException, GeneralSecurityException {
        pair("ca", "CN=Interop test CA", "-ext", "bc:c", "-ext", "ku=keyCertSign,cRLSign");
        pair("server", "CN=127.0.0.1");
        tool("ca", "-exportcert", "-rfc", "-file", "ca.pem");
        tool("server", "-certreq", "-file", "server.csr");
        // mbed TLS, on which linphone is built, looks for the address among the names only.
        tool(
                "ca",
                "-gencert",
                "-rfc",
                "-infile",
                "server.csr",
                "-outfile",
                "own.pem",
                "-ext",
                "san=ip:127.0.0.1,dns:127.0.0.1",
                "-ext",
                "eku=serverAuth,clientAuth",
                "-ext",
                "ku=digitalSignature,keyEncipherment",
                "-validity",
                "2");
        Files.writeString(certificates(), Files.readString(folder.resolve("own.pem")) + Files.readString(authority()));
        Files.writeString(key(), privateKey());
    }

    private void pair(String alias, String name, String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", name));
        arguments.addAll(List.of("-validity", "2"));
        arguments.addAll(List.of(more));
        tool(alias, arguments.toArray(String[]::new));
    }

    private void tool(String alias, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", alias, "-keystore", alias + ".p12", "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", SECRET));
        var log = folder.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command + " failed:\n" + Files.readString(log));
        }
    }

    private String privateKey() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        var key = store.getKey("server", SECRET.toCharArray()).getEncoded();
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PRIVATE KEY-----\n" + lines.encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }
}
