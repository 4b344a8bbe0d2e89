package org.hotline400.server.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline400.server.vault.internal.VaultDatabase.SCHOOL;
import static org.hotline400.server.vault.internal.VaultDatabase.SHOP;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.database.internal.Migrations;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.WrappedKey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A database of the release before the vault, migrated to this one.
class KeysOfFormerReleasesTest {
    private static final MigrationVersion BEFORE = MigrationVersion.fromVersion("202611261731");
    private static final byte[] HEADER = "the header of a recording".getBytes(StandardCharsets.UTF_8);

    private static final byte[] FILE_KEY = new byte[32];

    private final DatabaseAccess access = TestDatabase.empty();
    private final DataSource source = new DriverManagerDataSource(
            access.url(), access.app().role(), access.app().password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Transactions transactions = new Transactions(new JdbcTransactionManager(source), jdbc);
    private final MasterKey master = new MasterKey(new byte[32], "a test");
    private final UUID keyId = UUID.randomUUID();
    private final byte[] tenantKey = AesGcm.random(32);

    @Test
    void oldRecordingsStayReadableUnderTheirTenantsKeyAndUnderTheMasterKey() throws Exception {
        Migrations.runTo(access, BEFORE);
        storeAsTheReleaseBeforeDid();
        var underTenant = new WrappedKey(keyId, new byte[12], seal(tenantKey));
        var underMaster = new WrappedKey(
                master.uuid(), new byte[12], seal(master.formerSealing().getEncoded()));

        Migrations.run(access);

        KeysAtHand keys = open(MasterKeys.only(master)).atHand();
        assertThat(keys.wrapperFor(SHOP)).isEqualTo(keyId);
        assertThat(keys.unwrap(underTenant, HEADER).getEncoded()).isEqualTo(FILE_KEY);
        assertThat(keys.unwrap(underMaster, HEADER).getEncoded()).isEqualTo(FILE_KEY);
        assertThat(keys.wrapperFor(SCHOOL))
                .as("nothing new is sealed under the master key itself")
                .isNotEqualTo(master.uuid());
    }

    @Test
    void theWrongMasterKeyDoesNotBecomeThePlatforms() {
        Migrations.runTo(access, BEFORE);
        storeAsTheReleaseBeforeDid();
        Migrations.run(access);
        var wrong = MasterKeys.only(new MasterKey(AesGcm.random(32), "a test"));

        assertThatThrownBy(() -> open(wrong)).hasMessageContaining(master.id() + ", which is not here");

        assertThat(transactions.asOperator(() -> new KeyRows(jdbc).all())).hasSize(1);
        assertThat(open(MasterKeys.only(master)).atHand().wrapperFor(SHOP)).isEqualTo(keyId);
    }

    private static byte[] seal(byte[] wrapper) {
        return AesGcm.seal(AesGcm.key(wrapper), new byte[12], HEADER, FILE_KEY);
    }

    private void storeAsTheReleaseBeforeDid() {
        byte[] context = ("tenant key " + SHOP + " " + keyId).getBytes(StandardCharsets.UTF_8);
        byte[] nonce = AesGcm.random(12);
        transactions.asOperator(() -> {
            jdbc.sql("insert into recordings.tenant_keys values (?, ?, ?, ?, ?, ?)")
                    .params(
                            SHOP.value(),
                            keyId,
                            master.uuid(),
                            nonce,
                            AesGcm.seal(master.formerSealing(), nonce, context, tenantKey),
                            OffsetDateTime.parse("2026-11-23T08:00:00Z"))
                    .update();
        });
    }

    private Keys open(MasterKeys masters) {
        return new Keys(
                () -> masters, new KeyRows(jdbc), transactions, (topic, refresh) -> refresh.run(), VaultDatabase.CLOCK);
    }
}
