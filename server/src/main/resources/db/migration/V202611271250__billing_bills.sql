-- Bills: drafts that may change, and what was issued, which never does.
create schema if not exists billing;
grant usage on schema billing to hotline_app;

-- What a contract's month would come to; made anew until it is issued.
create table billing.drafts (
    tenant   uuid not null references identity.tenants,
    id       uuid primary key,
    contract uuid not null,
    month    date not null check (extract(day from month) = 1),
    content  text not null,         -- as of an issued bill, without number
    total    bigint not null,       -- micro-yuan, whole fen
    made_at  timestamptz not null,
    unique (contract, month)
);
create index drafts_month on billing.drafts (month, id);
select kernel.protect('billing.drafts', 'select, insert, update, delete');

-- Never changed, never deleted. Amounts are micro-yuan.
create table billing.bills (
    tenant       uuid not null references identity.tenants,
    id           uuid primary key,
    number       text not null unique check (number ~ '^HL-[0-9]{6}-[0-9]{6,}$'),
    kind         text not null check (kind in ('start', 'month')),
    contract     uuid not null,
    hotline      text not null check (hotline ~ '^400[0-9]{7}$'),
    month        date not null check (extract(day from month) = 1),
    content      text not null,     -- canonical JSON: keys in order, no blanks
    hash         text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    total        bigint not null check (total % 10000 = 0),
    used_advance bigint not null,   -- of rents paid in advance: what a month used; what a start brought, below zero
    issued_at    timestamptz not null,
    due          date not null,
    unique (contract, month, kind)
);
create index bills_tenant on billing.bills (tenant, id);
create index bills_month on billing.bills (month, id);
select kernel.protect('billing.bills', 'select, insert');

-- Where a bill stands. Dues are what is still to be taken from the customer's account, by where it goes.
create table billing.bill_states (
    tenant       uuid not null references identity.tenants,
    bill         uuid primary key references billing.bills,
    unpaid       bigint not null check (unpaid >= 0),
    due_rounding bigint not null,
    due_rent     bigint not null,
    due_fees     bigint not null,
    due_advance  bigint not null,
    credited     bigint not null check (credited >= 0),
    takes        int not null,      -- how often something was taken
    paid_at      timestamptz,
    check ((paid_at is null) = (unpaid > 0))
);
create index bill_states_open on billing.bill_states (tenant, bill) where paid_at is null;
select kernel.protect('billing.bill_states', 'select, insert, update');

-- Corrections of issued bills. Never changed, never deleted.
create table billing.credit_notes (
    tenant          uuid not null references identity.tenants,
    id              uuid primary key,
    bill            uuid not null references billing.bills,
    number          text not null unique check (number ~ '^CN-[0-9]{6}-[0-9]{6,}$'),
    content         text not null,
    hash            text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    total           bigint not null check (total > 0 and total % 10000 = 0),
    idempotency_key text check (length(idempotency_key) between 1 and 100),
    issued_at       timestamptz not null,
    by_principal    uuid not null,
    unique (bill, idempotency_key)
);
create index credit_notes_tenant on billing.credit_notes (tenant, id);
select kernel.protect('billing.credit_notes', 'select, insert');

-- What was done about a bill that is not paid: each step once.
create table billing.dunning_steps (
    tenant uuid not null references identity.tenants,
    bill   uuid not null references billing.bills,
    step   text not null,
    at     timestamptz not null,
    primary key (bill, step)
);
select kernel.protect('billing.dunning_steps', 'select, insert');

-- What a day of being late costs, exact; charged with the next bill.
create table billing.late_fees (
    tenant uuid not null references identity.tenants,
    bill   uuid not null references billing.bills,
    day    date not null,
    amount bigint not null check (amount > 0),
    primary key (bill, day)
);
select kernel.protect('billing.late_fees', 'select, insert');

-- The last number of each series; counted in the transaction that uses it, so that none is missing.
create table billing.series (
    series text not null check (series in ('HL', 'CN')),
    month  date not null check (extract(day from month) = 1),
    last   int not null check (last >= 0),
    primary key (series, month)
);
grant select, insert, update on billing.series to hotline_app;

-- How far the months have come.
create table billing.months (
    month      date primary key check (extract(day from month) = 1),
    drafted_at timestamptz,
    told_at    timestamptz,         -- that its calls are not settled in time
    issued_at  timestamptz
);
grant select, insert, update on billing.months to hotline_app;
