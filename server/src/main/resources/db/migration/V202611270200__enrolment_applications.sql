create schema enrolment;

-- One wish of an enterprise for one number. What it says of persons is sealed under the tenant's key.
create table enrolment.applications (
    id                  uuid primary key,
    tenant              uuid not null references identity.tenants,
    version             bigint not null check (version > 0),
    state               text not null check (
        state in ('draft', 'submitted', 'paid', 'in-review', 'correction-asked', 'rejected', 'approved', 'provisioned',
                  'live', 'withdrawn', 'lapsed')),
    channel             text not null check (channel in ('online', 'paper')),
    handler             uuid,
    reseller            uuid references identity.tenants,
    -- The principals who wrote what it says: none of them may approve it.
    authors             uuid[] not null,
    -- What the sender called the request that began it, so that a repetition finds it.
    request             text check (length(request) between 1 and 200),
    policy              text not null check (policy in ('before-review', 'after-review')),
    -- Without persons.
    form                jsonb not null,
    -- Sealed for the context 'application <id>'; null once they were deleted.
    persons             bytea,
    -- Keyed hashes, to find the same holder and the same documents again.
    credit_code         bytea check (length(credit_code) = 32),
    documents           bytea[] not null,
    -- The number that is reserved for it or was given to it.
    promised            text check (promised ~ '^400[0-9]{7}$'),
    findings            jsonb not null,
    reviewer            uuid,
    approvals           uuid[] not null,
    created_at          timestamptz not null,
    submitted_at        timestamptz,
    due_at              timestamptz,
    lapses_at           timestamptz,
    paid_at             timestamptz,
    correction_asked_at timestamptz
);
create index applications_tenant on enrolment.applications (tenant, id);
create index applications_reseller on enrolment.applications (reseller, id) where reseller is not null;
create unique index applications_request on enrolment.applications (tenant, request) where request is not null;
create index applications_due on enrolment.applications (due_at, id)
    where state in ('submitted', 'paid', 'in-review', 'correction-asked', 'approved');
create index applications_holder on enrolment.applications (credit_code) where promised is not null;
-- A number is promised to one application at a time.
create unique index applications_promised on enrolment.applications (promised)
    where state in ('submitted', 'paid', 'in-review', 'correction-asked', 'approved');
select kernel.protect('enrolment.applications', 'select, insert, update');

-- Whoever took it in for another enterprise still sees it.
create policy own_intake on enrolment.applications for select
    using (reseller = kernel.current_tenant());

-- Who did what to an application, when and why. Never changed.
create table enrolment.application_transitions (
    id          uuid primary key,
    tenant      uuid not null references identity.tenants,
    application uuid not null references enrolment.applications,
    event       text not null,
    from_state  text not null,
    to_state    text not null,
    at          timestamptz not null,
    principal   uuid not null,
    actor       text not null,
    reason      text not null,
    findings    jsonb not null
);
create index application_transitions_application on enrolment.application_transitions (application, id);
select kernel.protect('enrolment.application_transitions', 'select, insert');

-- Who gets no number, shared by all that take in applications. Keyed hashes only; what is shown of them is masked.
create table enrolment.blacklist (
    id          uuid primary key,
    tenant      uuid not null references identity.tenants,     -- the operator's
    kind        text not null check (kind in ('credit-code', 'document')),
    fingerprint bytea not null check (length(fingerprint) = 32),
    masked      text not null,
    reason      text not null check (length(reason) between 1 and 500),
    source      text not null check (length(source) between 1 and 200),
    author      text not null,
    added_at    timestamptz not null,
    unique (kind, fingerprint)
);
select kernel.protect('enrolment.blacklist', 'select, insert, delete');
