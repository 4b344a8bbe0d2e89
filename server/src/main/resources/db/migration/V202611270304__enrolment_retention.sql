-- When an application was last touched by anybody: from then on an unfinished one is kept for a while.
alter table enrolment.applications add column changed_at timestamptz not null default now();
-- When its persons and papers were deleted for good.
alter table enrolment.applications add column persons_deleted_at timestamptz;
create function enrolment.touch() returns trigger
    language plpgsql as $$
begin
    new.changed_at := now();
    return new;
end
$$;
create trigger touched before update on enrolment.applications for each row execute function enrolment.touch();
create index applications_unfinished on enrolment.applications (changed_at)
    where persons_deleted_at is null and state in ('draft', 'withdrawn', 'rejected', 'lapsed');
create index register_entries_ended on enrolment.register_entries (ended_at) where ended_at is not null;

-- What a court or an authority wants kept, whatever the time.
create table enrolment.legal_holds (
    tenant      uuid not null references identity.tenants,
    id          uuid not null,
    application uuid not null references enrolment.applications,
    reason      text not null check (length(reason) between 1 and 500),
    set_by      text not null,
    set_at      timestamptz not null,
    released_by text not null default '',
    released_at timestamptz,
    primary key (tenant, id)
);
select kernel.protect('enrolment.legal_holds', 'select, insert, update');
create unique index legal_holds_open on enrolment.legal_holds (application) where released_at is null;

-- Proof that persons and papers of an application were deleted. Never changed.
create table enrolment.deletion_certificates (
    tenant      uuid not null references identity.tenants,
    application uuid not null references enrolment.applications,
    deleted_at  timestamptz not null,
    text        text not null,
    signature   bytea not null,
    -- The key that it was signed with.
    key         uuid not null,
    primary key (tenant, application)
);
select kernel.protect('enrolment.deletion_certificates', 'select, insert');
