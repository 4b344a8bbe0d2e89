-- People who sign in: a principal with a name to sign in by and a password.
create table identity.accounts (
    principal      uuid primary key,
    tenant         uuid not null,
    -- A mail address in lower case, or a bare name (the operator's first one: admin). Unique over all tenants.
    login          text not null unique check (login = lower(login) and length(login) between 3 and 254),
    state          text not null check (state in ('invited', 'active', 'disabled')),
    -- Argon2id, in its own text form; none until an invitation is taken up.
    password       text,
    -- A second factor that is being set up, or holds (totp_since); the secret is sealed under the master key.
    totp_secret    bytea,
    totp_since     timestamptz,
    -- The last 30-second step whose code was used: none is used twice.
    totp_step      bigint not null default 0,
    created_at     timestamptz not null,
    last_sign_in   timestamptz,
    unique (tenant, principal),
    foreign key (tenant, principal) references identity.principals (tenant, id),
    check (totp_since is null or totp_secret is not null),
    check (state <> 'active' or password is not null)
);
select kernel.protect('identity.accounts', 'select, insert, update');

-- What lets somebody in who has lost his authenticator, once each. SHA-256 of 80 random bits.
create table identity.recovery_codes (
    tenant    uuid not null,
    principal uuid not null,
    hash      bytea not null check (length(hash) = 32),
    used_at   timestamptz,
    primary key (principal, hash),
    foreign key (tenant, principal) references identity.accounts (tenant, principal)
);
select kernel.protect('identity.recovery_codes', 'select, insert, update, delete');

-- Browsers that are signed in. SHA-256 of a token with 256 random bits.
create table identity.sessions (
    id         uuid primary key,
    tenant     uuid not null,
    principal  uuid not null,
    hash       bytea not null unique check (length(hash) = 32),
    created_at timestamptz not null,
    seen_at    timestamptz not null,    -- to the minute or so
    expires_at timestamptz not null,    -- however busy
    ended_at   timestamptz,
    address    text not null check (length(address) <= 100),
    agent      text not null check (length(agent) <= 300),
    foreign key (tenant, principal) references identity.accounts (tenant, principal)
);
create index sessions_principal on identity.sessions (tenant, principal, id);
select kernel.protect('identity.sessions', 'select, insert, update, delete');

-- What a mail lets its reader do once: take up an invitation, or choose a new password.
create table identity.mail_tokens (
    hash       bytea primary key check (length(hash) = 32),
    tenant     uuid not null,
    principal  uuid not null,
    purpose    text not null check (purpose in ('invitation', 'password-reset')),
    expires_at timestamptz not null,
    used_at    timestamptz,
    foreign key (tenant, principal) references identity.accounts (tenant, principal)
);
create index mail_tokens_principal on identity.mail_tokens (principal);
select kernel.protect('identity.mail_tokens', 'select, insert, update, delete');

-- Enterprises that asked for an account and have not yet answered the mail. They are nobody's yet, so no tenant.
create table identity.sign_ups (
    hash       bytea primary key check (length(hash) = 32),
    company    text not null check (company <> '' and length(company) <= 200),
    person     text not null check (person <> '' and length(person) <= 200),
    login      text not null check (length(login) between 3 and 254),
    expires_at timestamptz not null
);
grant select, insert, delete on identity.sign_ups to hotline_app;

-- Tries to sign in, by name, whether or not anybody has this name: so a lock tells nothing. SHA-256 of the name.
create table identity.sign_in_failures (
    hash         bytea primary key check (length(hash) = 32),
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index sign_in_failures_last_at on identity.sign_in_failures (last_at);
grant select, insert, update, delete on identity.sign_in_failures to hotline_app;

create trigger ended after update of ended_at on identity.sessions
    execute function kernel.announce_change('sessions');
create trigger changed_sessions after insert or update or delete on identity.roles
    execute function kernel.announce_change('sessions');
create trigger changed_sessions after update of state, totp_since on identity.accounts
    execute function kernel.announce_change('sessions');
create trigger changed_keys after update of state on identity.accounts
    execute function kernel.announce_change('api-keys');
