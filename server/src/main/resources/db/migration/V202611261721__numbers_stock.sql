-- Which numbers the operator may sell. All of it is the operator's own.

-- What the operator says of a segment instead of the box. The rows of a prefix that are not replaced hold together; no two
-- of them share a day. Replaced ones stay, to tell who said what and why.
create table numbers.segments (
    tenant      uuid not null references identity.tenants,
    id          uuid not null,
    prefix      text collate "C" not null check (prefix ~ '^400[0-9]{1,4}$'),
    carrier     text check (carrier <> ''),        -- null: nobody knows
    on_sale     boolean not null,
    from_day    date not null,
    to_day      date check (to_day > from_day),    -- the first day after it; null: for good
    reason      text not null check (reason <> '' and length(reason) <= 500),
    author      text not null,
    changed_at  timestamptz not null,
    replaced_at timestamptz,
    primary key (tenant, id),
    check (carrier is not null or not on_sale)
);
create index segments_in_force on numbers.segments (tenant, prefix) where replaced_at is null;
select kernel.protect('numbers.segments', 'select, insert, update');
create trigger changed after insert or update or delete on numbers.segments
    execute function kernel.announce_change('number-stock');

-- Files of numbers that were taken in, each as a whole. They count in the order of their numbers: what a later one says
-- of a number holds. Never changed.
create table numbers.stock_imports (
    tenant      uuid not null references identity.tenants,
    number      int not null check (number > 0),
    file_name   text not null check (length(file_name) <= 200),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    encoding    text not null,
    usual_state text not null check (usual_state in ('on-sale', 'off-sale')),   -- of lines that say none
    report      jsonb not null,
    author      text not null,
    imported_at timestamptz not null,
    primary key (tenant, number)
);
select kernel.protect('numbers.stock_imports', 'select, insert');
create trigger changed after insert on numbers.stock_imports
    execute function kernel.announce_change('number-stock');

-- What an import says, as the fewest ranges of the seven digits behind 400. Without a foreign key, which would be looked
-- up for every range: they are written in one transaction with their import.
create table numbers.stock_ranges (
    tenant  uuid not null,
    import  int not null,
    first   int not null check (first >= 0),
    last    int not null check (last >= first and last <= 9999999),
    on_sale boolean not null,
    primary key (tenant, import, first)
);
select kernel.protect('numbers.stock_ranges', 'select, insert');
