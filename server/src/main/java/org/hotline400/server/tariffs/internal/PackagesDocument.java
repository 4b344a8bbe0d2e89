package org.hotline400.server.tariffs.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.tariffs.Tariff;
import tools.jackson.databind.JsonNode;

/// Packages as they are written: `packages`, a list of editions, and a `note` what they are for.
final class PackagesDocument {
    private PackagesDocument() {}

    /// @throws InvalidInputException naming all that is wrong, each with its path
    static List<Tariff> read(JsonNode document) {
        var checks = new Checks();
        var rows = document.path("packages");
        if (!rows.isArray() || rows.isEmpty()) {
            checks.add("packages", "missing", "is required", "必填。");
        }
        var read = new ArrayList<Tariff>();
        var editions = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            var path = "packages[" + i + "]";
            edition(path, rows.get(i), checks).ifPresent(one -> {
                read.add(one);
                if (!editions.add(one.code() + " " + one.version())) {
                    checks.add(path, "tariffs.twice", "this edition stands there twice", "该版本重复。");
                }
            });
        }
        checks.done();
        return List.copyOf(read);
    }

    private static Optional<Tariff> edition(String path, JsonNode row, Checks checks) {
        try {
            return Optional.of(EditionReader.read(path, row));
        } catch (InvalidInputException e) {
            e.violations()
                    .forEach(one -> one.chinese()
                            .ifPresentOrElse(
                                    chinese -> checks.add(one.field(), one.code(), one.message(), chinese),
                                    () -> checks.add(one.field(), one.code(), one.message())));
            return Optional.empty();
        }
    }
}
