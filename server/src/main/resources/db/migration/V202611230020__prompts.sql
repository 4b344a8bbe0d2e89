create schema prompts;

-- Every version of every prompt of a tenant; the current one is played. A prompt without a current version is deleted.
create table prompts.prompt_versions (
    tenant     uuid not null,
    name       text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 64),
    language   text not null check (language in ('zh-CN', 'en-US')),
    version    int not null check (version > 0),
    current    boolean not null,
    text       text not null check (length(text) <= 2000),
    -- A-law, mono, 8,000 Hz.
    audio      bytea not null check (length(audio) > 0),
    created_at timestamptz not null,
    created_by text not null,
    primary key (tenant, name, language, version)
);
create unique index one_current_version on prompts.prompt_versions (tenant, name, language) where current;
select kernel.protect('prompts.prompt_versions', 'select, insert, update, delete');

create trigger changed after insert or update or delete on prompts.prompt_versions
    execute function kernel.announce_change('prompts');
