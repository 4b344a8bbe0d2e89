package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.BlobName;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Seals anew what is under older data keys than their owner's newest. What has been done stays done when it is
/// interrupted.
final class Resealing {
    private final Keys keys;
    private final FolderBlobStore blobs;
    private final SealedFolder files;
    private final PlatformSeal seal;
    private final JdbcClient jdbc;

    Resealing(Keys keys, FolderBlobStore blobs, JdbcClient jdbc) {
        this.keys = keys;
        this.blobs = blobs;
        this.files = new SealedFolder(keys, blobs);
        this.seal = new PlatformSeal(keys.atHand());
        this.jdbc = jdbc;
    }

    /// @return how many files
    int files() throws IOException {
        List<BlobName> all = new ArrayList<>();
        blobs.forEach(all::add);
        int count = 0;
        for (BlobName name : all) {
            TenantId tenant = files.tenantOf(name);
            if (!files.wrapperOf(name).equals(keys.forSealing(tenant).id())) {
                reseal(tenant, name);
                count++;
            }
        }
        return count;
    }

    private void reseal(TenantId tenant, BlobName name) throws IOException {
        try (InputStream clear = files.open(tenant, name)) {
            blobs.replace(name, files.sealed(tenant, name, clear));
        }
    }

    /// In the caller's transaction, which acts for everybody.
    ///
    /// @return how many secrets of the platform
    int secrets() {
        return jdbc
                .sql("select format('%s', table_name), format('%I', column_name) from vault.sealed_columns")
                .query((row, _) -> new Column(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .mapToInt(this::reseal)
                .sum();
    }

    /// A column with sealed secrets; both names quoted where needed.
    private record Column(String table, String name) {}

    // Lives within one method.
    @SuppressWarnings("ArrayRecordComponent")
    private record Cell(String place, byte[] sealed) {}

    private int reseal(Column column) {
        var old = jdbc
                .sql("select ctid::text, " + column.name() + " from " + column.table() + " where " + column.name()
                        + " is not null for update")
                .query((row, _) -> new Cell(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .filter(cell -> !seal.isNewest(cell.sealed()))
                .toList();
        for (Cell cell : old) {
            jdbc.sql("update " + column.table() + " set " + column.name() + " = ? where ctid = ?::tid")
                    .params(seal.close(seal.open(cell.sealed())), cell.place())
                    .update();
        }
        return old.size();
    }
}
