-- The audit trail: per tenant a chain of entries without a gap. Each entry's hash covers the one before it, so that whoever
-- changes, removes or inserts one, as superuser even, has to write everything behind it anew; and then the chain no longer
-- ends in the heads that were written down elsewhere. How the hash is made: org.hotline400.server.identity.audit.AuditChain.

create table identity.audit_entries (
    tenant    uuid not null references identity.tenants,
    sequence  bigint not null check (sequence > 0),
    at        timestamptz not null,
    principal uuid not null,
    name      text not null check (length(name) <= 200),
    action    text not null check (action <> '' and length(action) <= 200),
    subject   text not null check (length(subject) <= 300),
    detail    text not null check (length(detail) <= 500),
    address   text not null check (length(address) <= 200),
    hash      bytea not null check (length(hash) = 32),
    primary key (tenant, sequence)
);
create index audit_entries_at on identity.audit_entries (tenant, at);
create index audit_entries_principal on identity.audit_entries (tenant, principal, sequence);
create index audit_entries_subject on identity.audit_entries (tenant, subject, sequence);
select kernel.protect('identity.audit_entries', 'select, insert');

-- The end of each chain. Its row is locked by whoever appends.
create table identity.audit_heads (
    tenant   uuid primary key references identity.tenants,
    sequence bigint not null check (sequence >= 0),
    hash     bytea not null check (length(hash) = 32)
);
select kernel.protect('identity.audit_heads', 'select, insert, update');

-- Binds the owner of the tables as well, who needs no grant.
create function identity.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
-- A restore truncates every table of its new database first: what is empty may be emptied.
create function identity.refuse_emptying() returns trigger
    language plpgsql as $$
declare
    acting text := coalesce(current_setting('hotline.tenant', true), '');
    filled boolean;
begin
    -- Row security is forced on the owner, too: without this everything looks empty to him.
    perform set_config('hotline.tenant', '*', true);
    execute format('select exists (select from %I.%I)', tg_table_schema, tg_table_name) into filled;
    perform set_config('hotline.tenant', acting, true);
    if filled then
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger append_only before update or delete on identity.audit_entries
    for each row execute function identity.refuse_change();
create trigger never_emptied before truncate on identity.audit_entries
    for each statement execute function identity.refuse_emptying();
create trigger kept before delete on identity.audit_heads
    for each row execute function identity.refuse_change();
create trigger never_emptied before truncate on identity.audit_heads
    for each statement execute function identity.refuse_emptying();

create function identity.move_head() returns trigger
    language plpgsql as $$
begin
    if new.tenant <> old.tenant or new.sequence <> old.sequence + 1 then
        raise exception 'the head of an audit chain moves on by one' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger moves_on before update on identity.audit_heads
    for each row execute function identity.move_head();
