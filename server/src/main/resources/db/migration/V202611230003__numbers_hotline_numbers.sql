create schema numbers;

-- A number that nobody has belongs to the operator's tenant.
create table numbers.hotline_numbers (
    number text primary key check (number ~ '^400[0-9]{7}$'),
    tenant uuid not null references identity.tenants,
    status text not null check (status in ('available', 'held', 'reserved', 'active', 'arrears-suspended', 'suspended',
                                           'barred', 'frozen', 'cancelled', 'quarantined')),
    since  timestamptz not null
);
create index hotline_numbers_tenant on numbers.hotline_numbers (tenant, number);
select kernel.protect('numbers.hotline_numbers', 'select, insert, update');
create trigger changed after insert or update or delete on numbers.hotline_numbers
    execute function kernel.announce_change('numbers');

-- Who did what to a number, when and why. Never changed; the tenant is the one it had or got.
create table numbers.transitions (
    id          uuid primary key,
    number      text not null references numbers.hotline_numbers,
    tenant      uuid not null references identity.tenants,
    event       text not null,
    from_status text not null,
    to_status   text not null,
    at          timestamptz not null,
    actor       text not null,
    reason      text not null
);
create index transitions_number on numbers.transitions (number, id);
select kernel.protect('numbers.transitions', 'select, insert');
