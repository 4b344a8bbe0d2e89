-- Editions of packages that the operator added to those in the box. Never changed; one that has not begun yet may be
-- taken away, also for another one in its place.
create table tariffs.editions (
    code     text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
    version  int not null check (version > 0),
    starts   date not null,                 -- in Asia/Shanghai
    document json not null,                 -- as docs/tariffs.md describes it
    author   text not null,
    added_at timestamptz not null,
    primary key (code, version)
);
grant select, insert, delete on tariffs.editions to hotline_app;
create trigger changed after insert or delete on tariffs.editions
    execute function kernel.announce_change('tariffs');
