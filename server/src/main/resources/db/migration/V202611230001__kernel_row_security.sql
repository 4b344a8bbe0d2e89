-- What every module's migration builds on: row security by tenant, news of changed configuration, event publications.

create schema if not exists kernel;

-- The tenant the transaction acts for; null when it acts for nobody or for everybody.
create function kernel.current_tenant() returns uuid
    language sql stable parallel safe
    return case
        when current_setting('hotline.tenant', true) ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
        then current_setting('hotline.tenant', true)::uuid
    end;

-- Whether the transaction acts for everybody. Nothing set means nobody.
create function kernel.acts_for_everybody() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('hotline.tenant', true) = '*', false);

-- Puts a table with a column `tenant` under row security, for its owner too, and lets the application do to it what
-- `privileges` says, nothing else:
--     select kernel.protect('calls.call_records', 'select, insert');
create function kernel.protect(protected regclass, privileges text) returns void
    language plpgsql as $$
begin
    if privileges !~ '^(select|insert|update|delete)(, *(select|insert|update|delete))*$' then
        raise exception 'privileges are a list of select, insert, update, delete; was "%"', privileges;
    end if;
    execute format('alter table %s alter column tenant set not null', protected);
    execute format('alter table %s enable row level security, force row level security', protected);
    execute format(
        'create policy own_tenant on %s using (tenant = kernel.current_tenant() or kernel.acts_for_everybody())',
        protected);
    execute format('revoke all on %s from public', protected);
    execute format('grant %s on %s to hotline_app', privileges, protected);
    execute format('grant usage on schema %s to hotline_app',
        (select relnamespace::regnamespace from pg_class where oid = protected));
end
$$;

-- Tells every node that configuration has changed, when the transaction commits.
create function kernel.configuration_changed(topic text) returns void
    language sql
    as $$ select pg_notify('hotline_configuration', topic) $$;

-- The same as a trigger:
--     create trigger changed after insert or update or delete or truncate on numbers.hotline_numbers
--         execute function kernel.announce_change('numbers');
create function kernel.announce_change() returns trigger
    language plpgsql as $$
begin
    perform kernel.configuration_changed(tg_argv[0]);
    return null;
end
$$;

-- Spring Modulith's registry of events on their way to their listeners.
create table kernel.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on kernel.event_publication using hash (serialized_event);
create index event_publication_completion_date on kernel.event_publication (completion_date);

grant usage on schema kernel to hotline_app;
grant select, insert, update, delete on kernel.event_publication to hotline_app;
