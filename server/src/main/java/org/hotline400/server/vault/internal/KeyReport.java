package org.hotline400.server.vault.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotline400.server.vault.KeyCustody;
import org.hotline400.server.vault.MasterKeySource;

/// Tells which keys there are.
final class KeyReport {
    private KeyReport() {}

    static KeyCustody.Report of(List<KeyRow> rows, MasterKeys masters) {
        return new KeyCustody.Report(masters(rows, masters), data(rows));
    }

    private static List<KeyCustody.Master> masters(List<KeyRow> rows, MasterKeys masters) {
        Map<String, Integer> wraps = new LinkedHashMap<>();
        masters.all().forEach(master -> wraps.put(master.id(), 0));
        rows.forEach(row -> wraps.merge(row.masterKey(), 1, Integer::sum));
        Map<String, String> places =
                masters.all().stream().collect(Collectors.toMap(MasterKeySource::id, MasterKeySource::place));
        List<KeyCustody.Master> told = new ArrayList<>();
        wraps.forEach((id, keys) -> told.add(new KeyCustody.Master(
                id,
                Optional.ofNullable(places.get(id)),
                id.equals(masters.current().id()),
                keys)));
        return told;
    }

    private static List<KeyCustody.Data> data(List<KeyRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(KeyReport::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> data(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static String kind(KeyRow row) {
        return switch (row.owner()) {
            case KeyOwner.OfTenant _ -> "tenants";
            case KeyOwner.OfPlatform(Purpose purpose) -> purpose.code();
        };
    }

    private static KeyCustody.Data data(String kind, Collection<KeyRow> rows) {
        var owners = rows.stream().map(KeyRow::owner).distinct().count();
        var times = rows.stream().map(KeyRow::createdAt).sorted().toList();
        return new KeyCustody.Data(kind, (int) owners, rows.size(), times.getFirst(), times.getLast());
    }
}
