package org.hotline400.server.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Component;

/// The API keys and passwords of the samples, the same at every start: their clear text is kept in a file that
/// only the owner reads. (Those of real customers are never kept.)
@Component
class SampleKeys {
    private final Path file;
    private final Tenants tenants;
    private final ApiKeys keys;

    SampleKeys(DataFolder data, Tenants tenants, ApiKeys keys) {
        this.file = data.path().resolve("sample-keys.properties");
        this.tenants = tenants;
        this.keys = keys;
    }

    /// Whose kept key still holds under this name.
    Optional<Caller> holder(String slug) {
        return kept(slug).flatMap(keys::authenticate);
    }

    /// The kept key, or a new one for a new principal of this tenant.
    String of(String slug, TenantId tenant, Role role) {
        return kept(slug)
                .filter(token -> keys.authenticate(token).isPresent())
                .orElseGet(() -> issue(slug, tenant, role));
    }

    private String issue(String slug, TenantId tenant, Role role) {
        var principal = tenants.addPrincipal(tenant, "sample " + slug, role);
        var token =
                keys.issue(ApiKeyOrder.unlimited(tenant, principal, "sample")).token();
        keep(slug, token);
        return token;
    }

    /// What is kept under this name.
    Optional<String> kept(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    void keep(String name, String secret) {
        var all = read();
        all.setProperty(name, secret);
        write(all);
    }

    private Properties read() {
        var all = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                all.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return all;
    }

    private void write(Properties all) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(file.getParent(), "sample-keys", ".new", owner);
            try (var out = Files.newBufferedWriter(fresh)) {
                all.store(out, "API keys and passwords of the sample customers; for trying, never for real use");
            }
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
