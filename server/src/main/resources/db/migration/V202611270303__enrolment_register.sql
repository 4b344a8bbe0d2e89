-- The register (台账): who holds which number for what, from when to when.
create table enrolment.register_entries (
    tenant               uuid not null references identity.tenants,
    id                   uuid not null,
    number               text not null check (number ~ '^400[0-9]{7}$'),
    -- By which it came; null where the number came to its holder from another one.
    application          uuid references enrolment.applications,
    company              text not null,
    credit_code          text not null default '',
    entity               text not null default '',
    trade                text not null default '',
    -- Masked: 张**.
    legal_representative text not null default '',
    handler              text not null default '',
    purpose              text not null default '',
    tariff               text not null default '',
    term_months          int,
    way                  text not null,
    reseller             uuid references identity.tenants,
    activated_at         timestamptz not null,
    ended_at             timestamptz,
    end_reason           text not null default '',
    primary key (tenant, id)
);
select kernel.protect('enrolment.register_entries', 'select, insert, update');
create index register_entries_page on enrolment.register_entries (id);
create index register_entries_number on enrolment.register_entries (number);
create index register_entries_credit_code on enrolment.register_entries (credit_code);
create unique index register_entries_application on enrolment.register_entries (application)
    where application is not null;
-- A number has one holder.
create unique index register_entries_in_service on enrolment.register_entries (number) where ended_at is null;

-- The yearly check that holder and purpose are still as declared.
create table enrolment.re_verifications (
    tenant       uuid not null references identity.tenants,
    id           uuid not null,
    entry        uuid not null,
    number       text not null,
    state        text not null check (
        state in ('planned', 'asked', 'overdue', 'confirmed', 'passed', 'failed', 'ended')),
    due_at       timestamptz not null,
    asked_at     timestamptz,
    confirmed_at timestamptz,
    confirmed_by text not null default '',
    -- What the holder says: that all is as declared, or what has changed.
    accurate     boolean,
    statement    text not null default '',
    checked_at   timestamptz,
    checked_by   text not null default '',
    note         text not null default '',
    primary key (tenant, id),
    foreign key (tenant, entry) references enrolment.register_entries (tenant, id)
);
select kernel.protect('enrolment.re_verifications', 'select, insert, update');
create index re_verifications_due on enrolment.re_verifications (due_at) where state in ('planned', 'asked');
create index re_verifications_page on enrolment.re_verifications (id);
-- One at a time.
create unique index re_verifications_open on enrolment.re_verifications (tenant, entry)
    where state not in ('passed', 'ended');
