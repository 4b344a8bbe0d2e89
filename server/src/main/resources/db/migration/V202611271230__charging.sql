create schema charging;

-- How customers pay, and the ledger's account of their money. An enterprise may bound itself lower than the operator does.
create table charging.accounts (
    tenant       uuid primary key references identity.tenants,
    funds        uuid not null,
    kind         text not null check (kind in ('prepaid', 'postpaid')),
    credit_limit bigint not null check (credit_limit >= 0 and (kind = 'postpaid' or credit_limit = 0)),
    cost_cap     bigint check (cost_cap >= 0),
    call_cap     int check (call_cap >= 0),
    own_cost_cap bigint check (own_cost_cap >= 0),
    own_call_cap int check (own_call_cap >= 0),
    changed_at   timestamptz not null,
    changed_by   text not null
);
select kernel.protect('charging.accounts', 'select, insert, update');
create trigger changed after insert or update on charging.accounts
    execute function kernel.announce_change('charging');

-- The bundled seconds of a contract's month. `account` is the ledger's; `seconds` what was granted in all.
create table charging.grants (
    tenant     uuid not null references identity.tenants,
    contract   uuid not null,
    month      date not null check (extract(day from month) = 1),
    account    uuid not null,
    seconds    bigint not null check (seconds >= 0),
    revision   int not null check (revision >= 0),
    usable_from  timestamptz not null,
    usable_until timestamptz not null check (usable_until > usable_from),
    -- When what was left of it expired; null: not yet.
    closed_at  timestamptz,
    primary key (contract, month)
);
create index grants_open on charging.grants (usable_until) where closed_at is null;
create index grants_tenant on charging.grants (tenant);
select kernel.protect('charging.grants', 'select, insert, update');
create trigger changed after insert or update on charging.grants
    execute function kernel.announce_change('charging');

-- What became of each charged call, once. `held` is money that it held when it was settled.
create table charging.rated_calls (
    tenant     uuid not null,
    call       uuid primary key,
    contract   uuid not null,
    number     text not null,
    started_at timestamptz not null,
    month      date not null,
    cost       bigint not null check (cost >= 0),
    held       bigint not null check (held >= 0),
    unsecured  bigint not null check (unsecured between 0 and cost),
    settled_at timestamptz not null
);
select kernel.protect('charging.rated_calls', 'select, insert');

-- By component and month. Never changed: what was charged wrongly is corrected by a transfer of its own.
create table charging.rated_legs (
    tenant    uuid not null,
    call      uuid not null,
    leg       int not null check (leg > 0),
    contract  uuid not null,
    number    text not null,
    component text not null,
    target    text not null,
    from_at   timestamptz not null,
    month     date not null,
    seconds   bigint not null check (seconds >= 0),
    charged   bigint not null check (charged >= 0),
    covered   bigint not null check (covered between 0 and charged),
    cost      bigint not null,
    unsecured bigint not null check (unsecured >= 0),
    primary key (call, leg)
);
create index rated_legs_month on charging.rated_legs (contract, month) include (component, charged, covered, cost);
create index rated_legs_tenant on charging.rated_legs (tenant, call, leg);
select kernel.protect('charging.rated_legs', 'select, insert');

-- Sums of settled calls by the month in which they began, for caps and for who looks.
create table charging.months (
    tenant uuid not null,
    month  date not null,
    calls  bigint not null,
    cost   bigint not null,
    primary key (tenant, month)
) with (fillfactor = 50);
select kernel.protect('charging.months', 'select, insert, update');

-- Whose numbers are suspended because nothing is left to pay with: those that we suspended, and nobody else's.
create table charging.suspensions (
    tenant uuid primary key,
    since  timestamptz not null,
    numbers text[] not null
);
select kernel.protect('charging.suspensions', 'select, insert, update, delete');

-- How far the calls' records have been settled. Whoever holds the row's lock settles. `caught_up_at`: all records that
-- could be seen then are settled.
create table charging.cursors (
    reader       text primary key,
    written_in   xid8 not null default pg_current_xact_id(),
    seq          bigint not null,
    caught_up_at timestamptz not null default '-infinity'
);
grant select, update on charging.cursors to hotline_app;
-- What was before nobody had a contract that charges calls.
insert into charging.cursors (reader, seq) values ('calls', 0);
