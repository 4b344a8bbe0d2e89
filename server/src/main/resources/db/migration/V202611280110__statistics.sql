create schema statistics;

-- What statistics count, one narrow row for each call: a scan of a million of them takes about a second. `hour` is
-- that of the call's beginning, counted from 1970 by the clock of China: days and hours of the week are whole there.
create table statistics.calls (
    tenant     uuid not null,
    call       uuid not null,
    started_at timestamptz not null,
    hour       int not null,
    -- Of the caller's city, or of the province when only that is known; 0: unknown.
    adcode     int not null,
    -- Until a target answered; 0 when none did.
    wait_ms    int not null check (wait_ms >= 0),
    talk_ms    int not null check (talk_ms >= 0),
    -- 1: somebody talked with the caller; 2: missed, the caller wanted somebody; 3: neither, such as one kept out.
    outcome    smallint not null check (outcome between 1 and 3),
    number     text not null,
    -- Normalised; empty when withheld.
    caller     text not null,
    end_reason text not null,
    primary key (tenant, call)
);
select kernel.protect('statistics.calls', 'select, insert');
create index calls_hour on statistics.calls (tenant, hour);
create index calls_number on statistics.calls (tenant, number, hour);
create index calls_caller on statistics.calls (tenant, caller, started_at);
create index calls_missed on statistics.calls (tenant, started_at) where outcome = 2 and caller <> '';

-- The ways callers took through menus.
create table statistics.turns (
    tenant uuid not null,
    call   uuid not null,
    turn   int not null,
    hour   int not null,
    number text not null,
    step   text not null,
    -- 1: pressed `key`; 2: chose nothing; 3: hung up there.
    kind   smallint not null check (kind between 1 and 3),
    key    text not null,
    -- Where it led; empty when the caller hung up.
    next   text not null,
    primary key (tenant, call, turn)
);
select kernel.protect('statistics.turns', 'select, insert');
create index turns_hour on statistics.turns (tenant, hour);

-- How cities are called (GB/T 2260), as the records said last.
create table statistics.places (
    adcode   int primary key,
    province text not null,
    city     text not null
);
grant select, insert, update on statistics.places to hotline_app;

-- How far the calls' records have been read. Whoever holds the row's lock reads. It begins with the first of all.
create table statistics.cursors (
    reader     text primary key,
    written_in xid8 not null default '0'::xid8,
    seq        bigint not null
);
grant select, update on statistics.cursors to hotline_app;
insert into statistics.cursors (reader, seq) values ('calls', 0);
