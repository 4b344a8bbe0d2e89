-- Where the platform's small secrets are kept, sealed by the vault's `Seal`: `./hotline keys reseal` seals what is there
-- anew. A migration that makes such a column adds it here.
create table vault.sealed_columns (
    table_name  regclass not null,
    column_name text not null,
    primary key (table_name, column_name)
);

insert into vault.sealed_columns (table_name, column_name) values
    ('telephony.trunks', 'inbound_password'),
    ('telephony.trunks', 'outbound_password'),
    ('telephony.phones', 'password'),
    ('notifications.subscriptions', 'secret'),
    ('notifications.subscriptions', 'old_secret'),
    ('identity.accounts', 'totp_secret');
