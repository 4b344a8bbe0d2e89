-- The files of an application's papers. The files themselves lie sealed in the store, named after tenant and id.
create table enrolment.papers (
    id             uuid primary key,
    tenant         uuid not null references identity.tenants,
    application    uuid not null references enrolment.applications,
    kind           text not null check (kind <> ''),
    place          int not null check (place between 1 and 6),   -- front and back of a card, pages
    type           text not null check (type in ('pdf', 'jpeg', 'png')),
    pages          int not null check (pages > 0),
    width          int not null check (width >= 0),              -- pixels; 0 for a PDF
    height         int not null check (height >= 0),
    bytes          int not null check (bytes > 0),
    sha256         bytea not null check (length(sha256) = 32),
    -- Keyed hash of the content, to find the same file with another holder.
    fingerprint    bytea not null check (length(fingerprint) = 32),
    uploaded_at    timestamptz not null,
    uploader       uuid not null,
    uploaded_by    text not null,
    -- When another one took its place or it was taken back; null: it counts.
    ended_at       timestamptz,
    -- When its file was deleted.
    shredded_at    timestamptz,
    -- What is worth a look in it, found by machine. Without persons.
    hints          jsonb not null default '[]',
    hints_state    text not null default 'waiting' check (hints_state in ('waiting', 'reading', 'done', 'failed')),
    hints_attempts int not null default 0,
    hints_since    timestamptz not null
);
-- One file counts for each place.
create unique index papers_counting on enrolment.papers (application, kind, place) where ended_at is null;
create index papers_application on enrolment.papers (application, id);
create index papers_fingerprint on enrolment.papers (fingerprint) where shredded_at is null;
create index papers_unread on enrolment.papers (hints_since) where hints_state in ('waiting', 'reading');
create index papers_ended on enrolment.papers (ended_at) where ended_at is not null and shredded_at is null;
select kernel.protect('enrolment.papers', 'select, insert, update');
