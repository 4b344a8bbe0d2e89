create schema recordings;

-- One key a tenant, sealed under the master key, which is never in the database.
create table recordings.tenant_keys (
    tenant     uuid primary key,
    id         uuid not null unique,
    master_key uuid not null,
    nonce      bytea not null check (length(nonce) = 12),
    sealed     bytea not null check (length(sealed) = 48),
    created_at timestamptz not null
);
select kernel.protect('recordings.tenant_keys', 'select, insert');
create trigger changed after insert on recordings.tenant_keys
    execute function kernel.announce_change('recording-keys');

-- The catalogue of the files. The files are the truth: this can be made again from them.
create table recordings.recordings (
    tenant       uuid not null,
    id           uuid not null,
    call_id      uuid not null,
    number       text not null check (number ~ '^400[0-9]{7}$'),
    kind         text not null check (kind in ('conversation', 'voicemail')),
    state        text not null check (state in ('complete', 'incomplete', 'deleted')),
    started_at   timestamptz not null,
    length_ms    bigint not null check (length_ms >= 0),
    -- Of the sealed file.
    bytes        bigint not null check (bytes > 0),
    sha256       bytea not null check (length(sha256) = 32),
    delete_after timestamptz not null,
    legal_hold   boolean not null default false,
    primary key (tenant, id)
);
create index recordings_of_call on recordings.recordings (tenant, call_id);
create index recordings_by_time on recordings.recordings (tenant, started_at, id);
create index recordings_to_delete on recordings.recordings (delete_after) where state <> 'deleted' and not legal_hold;
create index recordings_by_id on recordings.recordings (id);
select kernel.protect('recordings.recordings', 'select, insert, update');

-- What was deleted, when, by whom and why: `text` is what was signed, letter by letter.
create table recordings.deletion_certificates (
    tenant     uuid not null,
    recording  uuid not null,
    deleted_at timestamptz not null,
    text       text not null,
    -- HMAC-SHA256 under a key derived from the master key named here.
    signature  bytea not null check (length(signature) = 32),
    master_key uuid not null,
    primary key (tenant, recording)
);
select kernel.protect('recordings.deletion_certificates', 'select, insert');

-- Who listened to, exported, held or deleted what. Rows are added, never changed: not even by the application.
create table recordings.access_log (
    id         uuid primary key,
    tenant     uuid not null,
    recording  uuid not null,
    at         timestamptz not null,
    principal  uuid,
    name       text not null,
    action     text not null check (action in ('listen', 'export', 'delete', 'hold', 'release')),
    detail     text not null,
    address    text not null
);
create index access_log_of_recording on recordings.access_log (tenant, recording, at);
select kernel.protect('recordings.access_log', 'select, insert');
