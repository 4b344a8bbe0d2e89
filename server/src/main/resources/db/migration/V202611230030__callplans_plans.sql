create schema callplans;

-- Published versions of the numbers' plans. Never changed, never deleted: a record of a call names the version that led it.
create table callplans.plans (
    tenant       uuid not null,
    number       text not null check (number ~ '^400[0-9]{7}$'),
    version      int not null check (version > 0),
    -- As its author wrote it: json keeps the order of the steps, jsonb would not.
    document     json not null,
    author       text not null,
    note         text not null check (length(note) <= 500),
    published_at timestamptz not null,
    primary key (tenant, number, version)
);
select kernel.protect('callplans.plans', 'select, insert');

create trigger published after insert on callplans.plans
    execute function kernel.announce_change('callplans');
