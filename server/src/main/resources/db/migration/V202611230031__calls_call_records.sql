create schema calls;

-- The facts of each call, written once and never changed. `id` is a UUIDv7: it sorts by the time of the call, so the
-- key serves lists (newest first) and partitions by tenant or time alike.
create table calls.call_records (
    tenant               uuid not null,
    id                   uuid not null,
    number               text not null,
    caller               text not null,
    caller_kind          text not null,
    started_at           timestamptz not null,
    platform_answered_at timestamptz,
    ring_at              timestamptz,
    target_answered_at   timestamptz,
    ended_at             timestamptz not null,
    ring_ms              bigint not null,
    talk_ms              bigint not null,
    end_reason           text not null,
    hangup_side          text not null,
    plan_version         int,
    node                 uuid not null,
    -- The whole record: steps, attempts, everything.
    document             jsonb not null,
    -- For readers with a durable cursor: `seq` orders, and rows whose `written_in` is not yet below the snapshot's xmin
    -- may still have neighbours in flight.
    seq                  bigint generated always as identity,
    written_in           xid8 not null default pg_current_xact_id(),
    primary key (tenant, id)
);
select kernel.protect('calls.call_records', 'select, insert');

create index call_records_id on calls.call_records (id);
create index call_records_seq on calls.call_records (seq);
create index call_records_started on calls.call_records (tenant, started_at);
create index call_records_number on calls.call_records (tenant, number, id);
create index call_records_caller on calls.call_records (tenant, caller, id);
create index call_records_end_reason on calls.call_records (tenant, end_reason, id);

-- The nodes that lead calls. A node whose lease has run out is dead.
create table calls.nodes (
    node       uuid primary key,
    renewed_at timestamptz not null,
    expires_at timestamptz not null
);
grant select, insert, update, delete on calls.nodes to hotline_app;

-- The calls that are open on some node, so that another one can close them when it dies. `document` is the record as it
-- stands when the call is cut off.
create table calls.open_calls (
    tenant     uuid not null,
    id         uuid not null,
    node       uuid not null,
    started_at timestamptz not null,
    document   jsonb not null,
    primary key (tenant, id)
);
select kernel.protect('calls.open_calls', 'select, insert, update, delete');
create index open_calls_node on calls.open_calls (node);
