package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.hotline400.server.database.Login;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.internal.VaultFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// The module on a real database, with a clock that is moved and a database that can go away.
final class RecordingDatabase extends Clock implements AutoCloseable {
    final RecordingFixture files;
    final RecordingRows rows;
    final AccessLog log;
    final Deletions deletions;
    final Retention retention;
    final RecordingCatalogue catalogue;
    final VaultFixture.Opened vault;
    final Transactions transactions;
    final JdbcClient jdbc;
    private final TestDatabase database = TestDatabase.create();
    private Instant now = RecordingFixture.START;
    private boolean away;

    RecordingDatabase(Path root) {
        Login app = database.access().app();
        var source = new DriverManagerDataSource(database.access().url(), app.role(), app.password());
        jdbc = JdbcClient.create(source);
        transactions = new Transactions(new LeavingManager(source), jdbc);
        vault = new VaultFixture.Opened(jdbc, transactions, this);
        files = new RecordingFixture(root, vault.ring());
        rows = new RecordingRows(jdbc);
        log = new AccessLog(jdbc, this);
        deletions = new Deletions(files.folder, rows, log, vault.signatures(), transactions, jdbc, this);
        retention = new Retention(rows, deletions, transactions, this);
        catalogue = new RecordingCatalogue(files.folder, files.blobs, files.pending, rows, transactions);
    }

    private final class LeavingManager extends JdbcTransactionManager {
        LeavingManager(DataSource source) {
            super(source);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            if (away) {
                throw new CannotCreateTransactionException("the database is away");
            }
            super.doBegin(transaction, definition);
        }
    }

    void goAway(boolean gone) {
        away = gone;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    CallId record(TenantId tenant, Duration retention) throws Exception {
        CallId call = CallId.next();
        OpenRecording recording = files.folder.open(new RecordingRequest(
                call, tenant, RecordingFixture.NUMBER, RecordingKind.CONVERSATION, retention, now));
        RecordingFixture.write(recording, RecordingFixture.audio(20_000));
        recording.close(false);
        return call;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() throws IOException {
        files.folder.close();
        database.close();
    }
}
