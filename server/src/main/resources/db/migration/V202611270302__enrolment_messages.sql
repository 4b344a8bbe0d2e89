-- What an applicant was told, for him to read again. No name and no document number of a person stands in it.
create table enrolment.messages (
    tenant      uuid not null,
    id          uuid not null,
    application uuid references enrolment.applications,
    kind        text not null,
    subject_zh  text not null,
    subject_en  text not null,
    text_zh     text not null,
    text_en     text not null,
    at          timestamptz not null,
    read_at     timestamptz,
    primary key (tenant, id)
);
select kernel.protect('enrolment.messages', 'select, insert, update, delete');
create index messages_unread on enrolment.messages (tenant) where read_at is null;
create index messages_of_application on enrolment.messages (application, kind) where application is not null;
-- For reminders.
create index applications_lapsing on enrolment.applications (lapses_at)
    where state in ('submitted', 'correction-asked', 'approved');
