create schema tariffs;

-- Contracts for numbers. Days of Asia/Shanghai. What is agreed stands in contract_spans; the columns that change here
-- are the last word of it, for the constraint and for finding.
create table tariffs.contracts (
    tenant     uuid not null references identity.tenants,
    id         uuid primary key,
    starts     date not null,
    paid_until date not null check (paid_until >= starts), -- the first day whose rent was not paid at the beginning
    number     text not null check (number ~ '^400[0-9]{7}$'),
    ends       date check (ends >= starts),                -- the first day for which it no longer holds; null: it runs
    revision   int not null check (revision > 0),
    created_at timestamptz not null
);
create unique index contracts_running on tariffs.contracts (number) where ends is null;
create index contracts_tenant on tariffs.contracts (tenant, starts, id);
select kernel.protect('tariffs.contracts', 'select, insert');
grant update (number, ends, revision) on tariffs.contracts to hotline_app;

-- What was agreed, by revisions: the rows of one take the place of all that was agreed before for days from its first
-- row on. Never changed, never deleted.
create table tariffs.contract_spans (
    tenant      uuid not null references identity.tenants,
    contract    uuid not null references tariffs.contracts,
    revision    int not null check (revision > 0),
    starts      date not null,
    number      text not null check (number ~ '^400[0-9]{7}$'),
    tariff      text,                               -- null: the contract ends
    version     int check (version > 0),
    term_months int check (term_months >= 0),       -- 0: from month to month
    rent        bigint check (rent >= 0),           -- a month's, after the discount; micro-yuan
    bound_since date not null,
    bound_until date not null check (bound_until >= bound_since),
    exit_amount bigint not null check (exit_amount >= 0),
    reason      text not null check (length(reason) between 1 and 500),
    author      text not null,
    at          timestamptz not null,
    primary key (contract, revision, starts),
    check ((tariff is null) = (version is null) and (tariff is null) = (term_months is null)
           and (tariff is null) = (rent is null)),
    check (exit_amount = 0 or tariff is null)
);
create index contract_spans_number on tariffs.contract_spans (number);
select kernel.protect('tariffs.contract_spans', 'select, insert');
create trigger changed after insert on tariffs.contract_spans
    execute function kernel.announce_change('contracts');

-- The contracts that enrolment has kept until now: the contract's id is its application's. The rent that was agreed is
-- what was paid for the first months; behind the term the list's, from which the boxed terms took 20, 25, 30 percent.
-- One whose number went to somebody else, or whose holder has it no more, is over.
select set_config('hotline.tenant', '*', true);
create temporary table kept on commit drop as
    select c.*, p.rent / p.rent_months as rent,
           p.rent / p.rent_months * 100
               / case c.term_months when 12 then 80 when 24 then 75 when 36 then 70 else 100 end as list_rent,
           coalesce(
               lead(c.starts) over (partition by c.number order by c.starts, c.application),
               case when not exists (
                        select from numbers.hotline_numbers n
                         where n.number = c.number and n.tenant = c.tenant
                           and n.status not in ('available', 'held', 'reserved', 'cancelled', 'quarantined'))
                    then greatest(c.starts, (now() at time zone 'Asia/Shanghai')::date) end) as ends
      from enrolment.contracts c join enrolment.payments p on p.application = c.application;
insert into tariffs.contracts (tenant, id, starts, paid_until, number, ends, revision, created_at)
    select tenant, application, starts, paid_until, number, ends, case when ends is null then 1 else 2 end, created_at
      from kept;
insert into tariffs.contract_spans
        (tenant, contract, revision, starts, number, tariff, version, term_months, rent, bound_since, bound_until,
         exit_amount, reason, author, at)
    select tenant, application, 1, starts, number, tariff, tariff_version, term_months, rent, starts, bound_until,
           0, 'came into service', 'platform', created_at from kept
    union all
    select tenant, application, 1, bound_until, number, tariff, tariff_version, 0, list_rent, starts, bound_until,
           0, 'came into service', 'platform', created_at from kept
    union all
    select tenant, application, 2, ends, number, null, null, null, null, starts, bound_until,
           0, 'the number was given up', 'platform', created_at from kept where ends is not null;
drop table kept;
drop table enrolment.contracts;
