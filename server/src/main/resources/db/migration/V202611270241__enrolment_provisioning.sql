-- What is to be put into service: written in the transaction that approved or paid, so that nothing is forgotten.
create table enrolment.provisionings (
    tenant      uuid not null references identity.tenants,
    application uuid primary key references enrolment.applications,
    attempts    int not null check (attempts >= 0),
    problem_en  text check (length(problem_en) <= 1000),
    problem_zh  text check (length(problem_zh) <= 1000),
    next_at     timestamptz,          -- null: done, or given up
    created_at  timestamptz not null,
    done_at     timestamptz,
    check ((problem_en is null) = (problem_zh is null)),
    check (done_at is null or next_at is null)
);
create index provisionings_due on enrolment.provisionings (next_at) where done_at is null;
select kernel.protect('enrolment.provisionings', 'select, insert, update');

-- What was agreed; charging takes it over. Days of Asia/Shanghai.
create table enrolment.contracts (
    tenant         uuid not null references identity.tenants,
    application    uuid primary key references enrolment.applications,
    number         text not null check (number ~ '^400[0-9]{7}$'),
    tariff         text not null,
    tariff_version int not null,
    term_months    int not null check (term_months > 0),
    starts         date not null,
    bound_until    date not null check (bound_until > starts),
    paid_until     date not null check (paid_until > starts),
    created_at     timestamptz not null
);
create index contracts_number on enrolment.contracts (number);
select kernel.protect('enrolment.contracts', 'select, insert');
