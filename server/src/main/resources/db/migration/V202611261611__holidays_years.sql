-- Official holidays that were imported, year by year; those of the box are files. They belong to everybody.
create schema holidays;

create table holidays.years (
    year        int primary key check (year between 2000 and 2100),
    author      text not null,
    imported_at timestamptz not null
);

create table holidays.days (
    year int not null references holidays.years on delete cascade,
    day  date not null check (extract(year from day) = year),
    kind text not null check (kind in ('off', 'work')),
    name text not null check (name <> '' and length(name) <= 40),
    primary key (year, day)
);

grant usage on schema holidays to hotline_app;
grant select, insert, update, delete on holidays.years to hotline_app;
grant select, insert, delete on holidays.days to hotline_app;

create trigger changed after insert or update or delete or truncate on holidays.years
    execute function kernel.announce_change('holidays');
