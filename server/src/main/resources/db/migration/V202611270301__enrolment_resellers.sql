-- Who takes in applications for others, by which licence. Where he is warned is sealed under the master key.
create table enrolment.resellers (
    tenant         uuid primary key references identity.tenants,
    name           text not null,
    licence_number text not null,
    licence_scope  text not null,
    licence_from   date not null,
    -- The last day.
    licence_until  date not null check (licence_until >= licence_from),
    mail           bytea,
    mobile         bytea,
    suspended      boolean not null,
    -- The nearest threshold, in days before the end, that was told; null for none.
    warned_days    int,
    changed_at     timestamptz not null,
    changed_by     text not null
);
select kernel.protect('enrolment.resellers', 'select, insert, update');
create index resellers_until on enrolment.resellers (licence_until);

insert into vault.sealed_columns (table_name, column_name) values
    ('enrolment.resellers', 'mail'),
    ('enrolment.resellers', 'mobile');
