-- The class that the operator gave to a number, whatever the rules say of it. Every decision stays; the newest counts.
create table numbers.class_overrides (
    tenant uuid not null references identity.tenants,
    number text not null check (number ~ '^400[0-9]{7}$'),
    id     uuid not null,
    -- Null: the rules count again.
    class  text check (class in ('ordinary', 'special', 'premium')),
    reason text not null check (length(reason) between 1 and 500),
    author text not null,
    at     timestamptz not null,
    primary key (tenant, number, id)
);
select kernel.protect('numbers.class_overrides', 'select, insert');
create trigger changed after insert on numbers.class_overrides
    execute function kernel.announce_change('number-classes');
