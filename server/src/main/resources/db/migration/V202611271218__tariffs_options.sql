-- Features that were bought beside a contract's package. Days of Asia/Shanghai. A row says what was bought; only its end
-- is written later. Bought again is another row, from the day on which the one before no longer holds.
create table tariffs.options (
    tenant      uuid not null references identity.tenants,
    id          uuid primary key,
    contract    uuid not null references tariffs.contracts,
    feature     text not null check (feature ~ '^[a-z]+(-[a-z]+)*$'),
    price       bigint not null check (price >= 0),   -- a month's, as it was when it was bought; micro-yuan
    starts      date not null,
    ends        date check (ends >= starts),          -- the first day on which it no longer holds; null: it runs
    bought_by   text not null,
    bought_at   timestamptz not null,
    bought_key  text check (length(bought_key) between 1 and 100),
    dropped_by  text,                                 -- null while it runs, and when its contract ended it
    dropped_at  timestamptz,
    dropped_key text check (length(dropped_key) between 1 and 100),
    check (dropped_by is null or ends is not null)
);
create unique index options_running on tariffs.options (contract, feature) where ends is null;
create unique index options_bought_key on tariffs.options (contract, bought_key);
create unique index options_dropped_key on tariffs.options (contract, dropped_key);
create index options_contract on tariffs.options (contract, starts, id);
select kernel.protect('tariffs.options', 'select, insert');
grant update (ends, dropped_by, dropped_at, dropped_key) on tariffs.options to hotline_app;
create trigger changed after insert or update on tariffs.options
    execute function kernel.announce_change('options');
