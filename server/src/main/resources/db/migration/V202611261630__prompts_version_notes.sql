-- Why a version was stored, in its owner's words.
alter table prompts.prompt_versions
    add column note text not null default '' check (length(note) <= 200);
