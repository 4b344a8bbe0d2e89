-- Desk phones of the enterprises, and where they are registered.

create table telephony.phones (
    tenant       uuid not null,
    id           uuid not null,
    -- What the phone logs in with: one realm for all enterprises, so unique for all.
    user_name    text not null unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    password     bytea not null,                -- sealed under the master key
    display_name text not null check (length(display_name) <= 60),
    extension    text not null check (extension ~ '^[2-8][0-9]{2,5}$'),
    enabled      boolean not null,
    changed_at   timestamptz not null,
    primary key (tenant, id),
    unique (tenant, extension)
);
select kernel.protect('telephony.phones', 'select, insert, update, delete');

create trigger changed after insert or update or delete or truncate on telephony.phones
    execute function kernel.announce_change('phones');

-- Written behind the registrar in memory, read once at start: a restart loses no phone.
create table telephony.phone_bindings (
    tenant     uuid not null,
    phone      uuid not null,
    position   int not null,                    -- in the order they were refreshed
    contact    text not null,
    priority   int not null check (priority between 0 and 1000),
    call_id    text not null,
    cseq       bigint not null,
    until      timestamptz not null,
    since      timestamptz not null,
    transport  text not null,
    source     text not null,                   -- address:port that the REGISTER came from
    over_flow  boolean not null,                -- whether calls go back to the source instead of to the contact
    path       text[] not null,
    instance   text not null,
    user_agent text not null,
    primary key (tenant, phone, position),
    foreign key (tenant, phone) references telephony.phones (tenant, id) on delete cascade
);
select kernel.protect('telephony.phone_bindings', 'select, insert, delete');
