-- Where callers are, in the operator's words: no tenant's data.

create schema regions;

create table regions.overrides (
    prefix     text primary key check (prefix ~ '^(1[3-9][0-9]{1,9}|0[1-9][0-9]{1,10})$'),
    adcode     text not null check (adcode ~ '^[0-9]{6}$'),     -- of a city, or of a whole province
    carrier    text not null check (length(carrier) <= 20),     -- '': what the prefix tells
    note       text not null check (length(note) <= 200),
    author     text not null,
    changed_at timestamptz not null
);

-- Imported segment files. The newest that was not withdrawn is in force; the ones before are there to go back to.
create table regions.segment_imports (
    version      int primary key check (version > 0),
    name         text not null check (length(name) <= 100),
    dated        date not null,                                 -- when its data was gathered
    author       text not null,
    imported_at  timestamptz not null,
    segments     int not null check (segments between 1 and 700000),
    content      bytea not null,                                -- lines of segment, adcode, carrier; gzip
    withdrawn_at timestamptz
);

create trigger changed after insert or update or delete or truncate on regions.overrides
    execute function kernel.announce_change('regions');
create trigger changed after insert or update or delete or truncate on regions.segment_imports
    execute function kernel.announce_change('regions');

grant usage on schema regions to hotline_app;
grant select, insert, update, delete on regions.overrides to hotline_app;
grant select, insert, update, delete on regions.segment_imports to hotline_app;
