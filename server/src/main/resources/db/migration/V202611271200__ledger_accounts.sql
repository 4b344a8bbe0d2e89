-- Double entry. A customer's account rises with credits and falls with debits. Amounts are whole micro-yuan or seconds.
create schema ledger;

-- The operator's own accounts. Appended to and added up when read: one row that everybody updates would be five times slower.
create table ledger.platform_accounts (
    id   uuid primary key,
    code text not null unique,
    unit text not null check (unit in ('micro-yuan', 'second'))
);
insert into ledger.platform_accounts (id, code, unit)
select ('00000000-0000-0000-0000-0400000000' || lpad(to_hex(n), 2, '0'))::uuid, code, unit
  from (values (1, 'bank', 'micro-yuan'), (2, 'alipay', 'micro-yuan'), (3, 'wechat-pay', 'micro-yuan'),
               (4, 'revenue', 'micro-yuan'), (5, 'vat', 'micro-yuan'), (6, 'prepaid-rent', 'micro-yuan'),
               (7, 'rounding', 'micro-yuan'), (8, 'unsecured', 'micro-yuan'), (9, 'minutes-granted', 'second'),
               (10, 'minutes-used', 'second'), (11, 'minutes-expired', 'second')) as account (n, code, unit);

create table ledger.accounts (
    tenant    uuid not null references identity.tenants,
    id        uuid primary key,
    purpose   text not null check (purpose ~ '^[a-z][a-z0-9/-]{0,99}$'),
    unit      text not null check (unit in ('micro-yuan', 'second')),
    opened_at timestamptz not null,
    unique (tenant, purpose)
);
select kernel.protect('ledger.accounts', 'select, insert');
grant select on ledger.platform_accounts to hotline_app;

-- Of customers' accounts only. Whoever takes from one locks its row first, of several in the order of their ids.
create table ledger.balances (
    account  uuid primary key references ledger.accounts,
    tenant   uuid not null,
    unit     text not null,
    balance  bigint not null,
    reserved bigint not null check (reserved >= 0),
    floor    bigint not null,  -- as it was set
    -- What balance less reserved cannot fall below. It is the floor, and lower only where the floor was raised above what
    -- was there; then it rises with what is there until it is the floor again.
    bound    bigint not null check (bound <= floor),
    constraint never_below_its_floor check (balance - reserved >= bound)
) with (fillfactor = 50);  -- so that an update stays on its page and touches no index
select kernel.protect('ledger.balances', 'select, insert, update');

create table ledger.transfers (
    tenant    uuid not null,
    key       text primary key check (key <> '' and length(key) <= 100),
    id        bigint generated always as identity,  -- the order of an account's entries
    debit     uuid not null,
    credit    uuid not null check (credit <> debit),
    amount    bigint not null check (amount > 0),
    kind      text not null,
    reference text not null check (length(reference) <= 100),
    effective timestamptz not null,
    posted_at timestamptz not null,
    reverses  text
);
create index transfers_debit on ledger.transfers (debit, id);
create index transfers_credit on ledger.transfers (credit, id);
-- One is taken back once.
create unique index transfers_reverses on ledger.transfers (reverses) where reverses is not null;
select kernel.protect('ledger.transfers', 'select, insert');

-- What settlements asked for and accounts could not give; of nothing given, this is all that tells that it was settled.
create table ledger.shortfalls (
    tenant    uuid not null,
    key       text primary key,
    debit     uuid not null,
    credit    uuid not null,
    asked     bigint not null,
    posted    bigint not null check (posted >= 0 and posted < asked),
    kind      text not null,
    reference text not null,
    effective timestamptz not null,
    posted_at timestamptz not null
);
select kernel.protect('ledger.shortfalls', 'select, insert');

-- Keys that were settled: a hold that comes late, or once more, is refused.
create table ledger.settlements (
    tenant     uuid not null,
    key        text primary key check (key <> '' and length(key) <= 100),
    settled_at timestamptz not null
);
select kernel.protect('ledger.settlements', 'select, insert');

-- What is reserved by calls under way: few rows that change often.
create table ledger.holds (
    key        text not null check (key <> '' and length(key) <= 100),
    account    uuid not null,
    tenant     uuid not null,
    sequence   int not null check (sequence > 0),
    amount     bigint not null check (amount > 0),        -- of the last order
    total      bigint not null check (total >= amount),
    expires_at timestamptz not null,
    primary key (key, account)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
select kernel.protect('ledger.holds', 'select, insert, update, delete');

-- Binds the owner of the tables as well, who needs no grant.
create function ledger.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on ledger.transfers
    for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.shortfalls
    for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.settlements
    for each row execute function ledger.refuse_change();

-- Whether the books were found right, each night and when somebody asked.
create table ledger.check_runs (
    id         uuid primary key,
    night      date unique,  -- null when somebody asked
    started_at timestamptz not null,
    ended_at   timestamptz not null
);
create table ledger.check_results (
    run      uuid not null references ledger.check_runs,
    place    int not null,
    code     text not null,
    chinese  text not null,
    english  text not null,
    looked   bigint not null,
    found    bigint not null,
    examples text[] not null,
    notice   boolean not null,
    primary key (run, place)
);
grant select, insert on ledger.check_runs, ledger.check_results to hotline_app;
