create schema identity;

create table identity.tenants (
    tenant     uuid primary key,
    name       text not null check (name <> '' and length(name) <= 200),
    created_at timestamptz not null
);
select kernel.protect('identity.tenants', 'select, insert, update');

create table identity.principals (
    id         uuid primary key,
    tenant     uuid not null references identity.tenants,
    name       text not null check (name <> '' and length(name) <= 200),
    created_at timestamptz not null,
    unique (tenant, id)
);
select kernel.protect('identity.principals', 'select, insert, update');

create table identity.roles (
    tenant    uuid not null,
    principal uuid not null,
    role      text not null check (role in ('operator', 'owner', 'admin', 'viewer')),
    primary key (tenant, principal, role),
    foreign key (tenant, principal) references identity.principals (tenant, id)
);
select kernel.protect('identity.roles', 'select, insert, delete');

create table identity.api_keys (
    id           uuid primary key,
    tenant       uuid not null,
    principal    uuid not null,
    name         text not null check (name <> '' and length(name) <= 200),
    -- SHA-256 of the token. The token has 256 random bits, so it needs no salt and no slow hash.
    hash         bytea not null unique check (length(hash) = 32),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    foreign key (tenant, principal) references identity.principals (tenant, id)
);
create index api_keys_tenant on identity.api_keys (tenant, id);
select kernel.protect('identity.api_keys', 'select, insert, update');

create trigger revoked after update of revoked_at, expires_at, scopes on identity.api_keys
    execute function kernel.announce_change('api-keys');
create trigger changed after insert or update or delete on identity.roles
    execute function kernel.announce_change('api-keys');

insert into identity.tenants (tenant, name, created_at)
values ('00000000-0000-0000-0000-000000000000', 'Operator', now());
