-- Lists of callers. The operator's own blacklists count for every enterprise's calls.
create schema lists;

create table lists.lists (
    tenant     uuid not null references identity.tenants,
    id         uuid not null,
    name       text not null check (length(name) <= 64 and name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind       text not null check (kind in ('black', 'allow', 'vip', 'grey')),
    note       text not null check (length(note) <= 500),
    pin        bytea,                           -- a salted hash
    entries    int not null check (entries >= 0),
    version    bigint not null,                 -- counts the changes of the list and of its entries
    -- Who knows an older version than this reads the whole list: which entries were removed before is forgotten.
    whole_from bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant, id),
    unique (tenant, name)
);
select kernel.protect('lists.lists', 'select, insert, update, delete');
create trigger changed after insert or update or delete or truncate on lists.lists
    execute function kernel.announce_change('lists');

-- Without a foreign key, which would be looked up a million times in an import: whoever writes here has locked the list's
-- row, and a list is deleted after its entries.
create table lists.entries (
    tenant     uuid not null,
    list       uuid not null,
    -- number:13800138000, prefix:0755, area-code:0755, region:440300
    pattern    text collate "C" not null check (pattern ~ '^(number|prefix|area-code|region):[+]?[0-9]{1,18}$'),
    note       text not null check (length(note) <= 200),
    expires_at timestamptz,
    pin        bytea,                           -- a salted hash
    version    bigint not null,                 -- of the list, when the entry was last changed
    primary key (tenant, list, pattern)
);
create index entries_version on lists.entries (tenant, list, version);
select kernel.protect('lists.entries', 'select, insert, update, delete');

-- The last removals from each list, for nodes that know the list from before. A pattern is here or among the entries.
create table lists.removals (
    tenant  uuid not null,
    list    uuid not null,
    pattern text collate "C" not null,
    version bigint not null,                    -- of the list, by which it was removed
    primary key (tenant, list, pattern)
);
create index removals_version on lists.removals (tenant, list, version);
select kernel.protect('lists.removals', 'select, insert, update, delete');
