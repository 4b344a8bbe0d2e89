-- What numbers cost to set up, by class and pattern. A list is never changed: a new one takes its place on its first day.
create table numbers.price_lists (
    tenant       uuid not null references identity.tenants,
    number       int not null check (number > 0),
    starts       date not null,                     -- in Asia/Shanghai
    prices       jsonb not null,                    -- rows of class, pattern, setUpFee, minimumMonths
    note         text not null check (length(note) <= 500),
    author       text not null,
    published_at timestamptz not null,
    primary key (tenant, number)
);
select kernel.protect('numbers.price_lists', 'select, insert');
create trigger changed after insert on numbers.price_lists
    execute function kernel.announce_change('number-prices');
