create schema vault;

-- The data keys of the tenants, wrapped by a master key, which is never in the database. Generation 1 is the oldest;
-- what is sealed under older ones stays readable.
create table vault.tenant_keys (
    tenant     uuid not null,
    generation int not null check (generation > 0),
    id         uuid not null unique,
    -- The id of the master key that wraps it.
    master_key text not null check (length(master_key) between 1 and 200),
    wrapped    bytea not null check (length(wrapped) between 1 and 4096),
    created_at timestamptz not null,
    primary key (tenant, generation)
);
select kernel.protect('vault.tenant_keys', 'select, insert');

-- The keys of the platform itself, in the same way: for its small secrets, for signing, for fingerprints, and what
-- releases before this one derived from the master key (these have the id of that master key).
create table vault.platform_keys (
    purpose    text not null check (purpose in ('secrets', 'recordings', 'certificates', 'fingerprints', 'former-sealing',
        'former-signing')),
    generation int not null check (generation > 0),
    id         uuid not null,
    master_key text not null check (length(master_key) between 1 and 200),
    wrapped    bytea not null check (length(wrapped) between 1 and 4096),
    created_at timestamptz not null,
    primary key (purpose, generation),
    unique (purpose, id)
);
grant select, insert on vault.platform_keys to hotline_app;

insert into vault.tenant_keys (tenant, generation, id, master_key, wrapped, created_at)
    select tenant, 1, id, master_key::text, nonce || sealed, created_at from recordings.tenant_keys;
drop table recordings.tenant_keys;

create trigger changed after insert or update or delete on vault.tenant_keys
    execute function kernel.announce_change('vault-keys');
create trigger changed after insert or update or delete on vault.platform_keys
    execute function kernel.announce_change('vault-keys');
