-- Lines that an enterprise may forward to, each confirmed by a call that spoke a code to whoever answers there.
create table callplans.forward_targets (
    tenant       uuid not null,
    line         text not null check (line ~ '^(0[1-9][0-9]{8,10}|1[3-9][0-9]{9})$'),
    confirmed_at timestamptz,
    -- HMAC of the code that was spoken last; null when none is open.
    code         bytea,
    expires_at   timestamptz,
    tries_left   int not null check (tries_left >= 0),
    author       text not null,
    changed_at   timestamptz not null,
    primary key (tenant, line)
);
select kernel.protect('callplans.forward_targets', 'select, insert, update, delete');

-- The calls that were placed to confirm, for their limits: an enterprise must not ring strangers.
create table callplans.confirmation_calls (
    tenant uuid not null,
    id     uuid not null,
    line   text not null,
    at     timestamptz not null,
    primary key (tenant, id)
);
create index confirmation_calls_at on callplans.confirmation_calls (tenant, at);
create index confirmation_calls_line on callplans.confirmation_calls (line, at);
select kernel.protect('callplans.confirmation_calls', 'select, insert');
