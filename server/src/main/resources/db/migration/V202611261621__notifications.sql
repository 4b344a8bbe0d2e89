create schema notifications;

-- Who is told what, by which way.
create table notifications.subscriptions (
    tenant          uuid not null,
    id              uuid not null,
    channel         text not null check (channel in ('webhook', 'mail', 'sms')),
    -- URL, mail address or mobile number.
    destination     text not null check (length(destination) <= 2048),
    kinds           text[] not null check (cardinality(kinds) > 0),
    -- Of these 400 numbers; empty: of all.
    numbers         text[] not null,
    state           text not null check (state in ('active', 'paused', 'disabled')),
    -- Sealed under the master key; webhooks only. After a rotation the old one signs beside it for a while.
    secret          bytea check ((channel = 'webhook') = (secret is not null)),
    old_secret      bytea,
    old_until       timestamptz,
    -- Since when every attempt failed; null when the last one went well.
    failing_since   timestamptz,
    disabled_reason text not null default '',
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (tenant, id)
);
select kernel.protect('notifications.subscriptions', 'select, insert, update, delete');
create index subscriptions_active on notifications.subscriptions (tenant) where state = 'active';

-- What happened, as it is told: the same text for everybody, so that its signature holds in a replay. There is none for
-- what nobody has subscribed to.
create table notifications.events (
    tenant  uuid not null,
    id      uuid not null,
    kind    text not null,
    call_id uuid,
    at      timestamptz not null,
    payload text not null,
    primary key (tenant, id)
);
create unique index events_of_call on notifications.events (tenant, call_id, kind) where call_id is not null;
create index events_at on notifications.events (at);
select kernel.protect('notifications.events', 'select, insert, delete');

-- The outbox: one row for each event and subscription. A replay is a further row.
create table notifications.deliveries (
    tenant       uuid not null,
    id           uuid not null,
    subscription uuid not null,
    event        uuid not null,
    state        text not null check (state in ('pending', 'delivered', 'dead')),
    attempts     int not null default 0,
    -- When it is to be tried; while somebody tries it, when his claim lapses.
    due_at       timestamptz not null,
    claim        uuid,
    replay_of    uuid,
    created_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, subscription) references notifications.subscriptions (tenant, id) on delete cascade,
    foreign key (tenant, event) references notifications.events (tenant, id)
);
select kernel.protect('notifications.deliveries', 'select, insert, update, delete');
create index deliveries_due on notifications.deliveries (tenant, subscription, due_at) where state = 'pending';
create index deliveries_of_subscription on notifications.deliveries (tenant, subscription, id);
create index deliveries_of_event on notifications.deliveries (tenant, event);
create index deliveries_ended on notifications.deliveries (ended_at) where ended_at is not null;

-- What became of each attempt.
create table notifications.attempts (
    tenant   uuid not null,
    delivery uuid not null,
    attempt  int not null,
    at       timestamptz not null,
    took_ms  bigint not null,
    -- Of the HTTP answer, where there was one.
    status   int,
    error    text not null,
    -- The beginning of what the receiver said.
    response text not null,
    primary key (tenant, delivery, attempt),
    foreign key (tenant, delivery) references notifications.deliveries (tenant, id) on delete cascade
);
select kernel.protect('notifications.attempts', 'select, insert, delete');

-- When a number's limit was told last: once in ten minutes is enough.
create table notifications.limits_told (
    tenant uuid not null,
    number text not null,
    reason text not null,
    at     timestamptz not null,
    primary key (tenant, number, reason)
);
select kernel.protect('notifications.limits_told', 'select, insert, update');

-- How far the calls' records have been read. Whoever holds the row's lock reads.
create table notifications.cursors (
    reader     text primary key,
    written_in xid8 not null default pg_current_xact_id(),
    seq        bigint not null
);
grant select, update on notifications.cursors to hotline_app;
-- What was before nobody had subscribed to.
insert into notifications.cursors (reader, seq) values ('calls', 0);
