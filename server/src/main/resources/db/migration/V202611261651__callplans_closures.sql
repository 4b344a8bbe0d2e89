-- The "closed today" switch of a number. Every turn of it stays; the newest counts.
create table callplans.closures (
    tenant uuid not null,
    number text not null check (number ~ '^400[0-9]{7}$'),
    id     uuid not null,
    closed boolean not null,
    -- Null: until it is switched off.
    until  timestamptz,
    author text not null,
    note   text not null check (length(note) <= 500),
    at     timestamptz not null,
    primary key (tenant, number, id)
);
select kernel.protect('callplans.closures', 'select, insert');

create trigger changed after insert on callplans.closures
    execute function kernel.announce_change('closures');
