-- What is being written, and what an old version came back as.

-- At most one draft a number. Its text may be anything: work that is not finished is kept as well.
create table callplans.drafts (
    tenant     uuid not null,
    number     text not null check (number ~ '^400[0-9]{7}$'),
    -- Grows over all drafts, so that a draft thrown away and begun anew never looks like the old one.
    revision   bigint not null,
    document   text not null check (octet_length(document) <= 524288),
    -- The version that was live when it was begun; null when there was none.
    based_on   int,
    author     text not null,
    note       text not null check (length(note) <= 500),
    changed_at timestamptz not null,
    primary key (tenant, number)
);
select kernel.protect('callplans.drafts', 'select, insert, update, delete');

create sequence callplans.draft_revisions;
grant usage on sequence callplans.draft_revisions to hotline_app;

-- The version whose document this one repeats, after a roll-back.
alter table callplans.plans add column restored_from int check (restored_from < version);
