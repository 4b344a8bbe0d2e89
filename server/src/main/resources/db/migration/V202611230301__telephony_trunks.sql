-- Trunks belong to the operator, not to a tenant.

create schema telephony;

create table telephony.trunks (
    id                uuid primary key,
    name              text not null unique check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 40),
    enabled           boolean not null,
    sources           text[] not null,          -- CIDR blocks whose INVITEs are trusted
    inbound_user      text,                     -- an INVITE from anywhere that proves to know this account is trusted
    inbound_password  bytea,                    -- sealed under the master key
    area_code         text not null,            -- where its lines are, '' when unknown
    outbound_host     text,                     -- null: no way out
    outbound_port     integer check (outbound_port between 1 and 65535),
    transport         text not null check (transport in ('udp', 'tcp')),
    outbound_user     text,                     -- answers the carrier's challenges
    outbound_password bytea,                    -- sealed under the master key
    priority          integer not null check (priority between 0 and 1000),   -- lower first
    weight            integer not null check (weight between 1 and 1000),     -- share within one priority
    changed_at        timestamptz not null,
    check ((outbound_host is null) = (outbound_port is null)),
    check ((inbound_user is null) = (inbound_password is null)),
    check ((outbound_user is null) = (outbound_password is null))
);

create unique index trunks_inbound_user on telephony.trunks (inbound_user);

create trigger changed after insert or update or delete or truncate on telephony.trunks
    execute function kernel.announce_change('trunks');

grant usage on schema telephony to hotline_app;
grant select, insert, update, delete on telephony.trunks to hotline_app;
