-- What applications cost, and the money that came for them.
create table enrolment.payments (
    tenant         uuid not null references identity.tenants,   -- the applicant
    id             uuid primary key,
    application    uuid not null unique references enrolment.applications,
    reference      text not null unique check (reference ~ '^HL[0-9]{10}$'),  -- payers write it into their transfer
    state          text not null check (state in ('quoted', 'open', 'partly-paid', 'paid', 'overpaid', 'cancelled',
                                                  'refund-owed', 'refunded')),
    -- The price as it was when the application was handed in; amounts in micro-yuan.
    number         text not null check (number ~ '^400[0-9]{7}$'),
    class          text not null check (class in ('ordinary', 'special', 'premium')),
    listed_fee     bigint not null check (listed_fee >= 0),
    promotion      uuid,
    promotion_zh   text,
    promotion_en   text,
    set_up_fee     bigint not null check (set_up_fee >= 0),
    tariff         text not null,
    tariff_version int not null,
    term_months    int not null check (term_months > 0),
    rent_months    int not null check (rent_months between 1 and term_months),  -- paid in advance
    rent           bigint not null check (rent >= 0),                           -- for all of them
    received       bigint not null check (received >= 0),
    refunded       bigint not null check (refunded between 0 and received),
    created_at     timestamptz not null,
    asked_at       timestamptz,
    due_at         timestamptz,
    settled_at     timestamptz,
    closed_at      timestamptz,     -- the application ended without a number
    check ((promotion is null) = (promotion_zh is null) and (promotion is null) = (promotion_en is null)),
    check ((asked_at is null) = (due_at is null))
);
create index payments_state on enrolment.payments (state, id);
select kernel.protect('enrolment.payments', 'select, insert, update');

-- Movements on the operator's bank account. Never changed, never deleted.
create table enrolment.payment_entries (
    tenant          uuid not null references identity.tenants,
    id              uuid primary key,
    payment         uuid not null references enrolment.payments,
    kind            text not null check (kind in ('received', 'refunded')),
    amount          bigint not null check (amount > 0),
    bank_reference  text not null check (bank_reference ~ '^[A-Z0-9][A-Z0-9./_-]{3,63}$'),
    booked_on       date not null,
    note            text not null check (length(note) <= 500),
    idempotency_key text check (length(idempotency_key) between 1 and 100),
    by_principal    uuid not null,
    by_name         text not null,
    at              timestamptz not null,
    unique (kind, bank_reference),       -- one movement counts once
    unique (payment, kind, idempotency_key)
);
create index payment_entries_payment on enrolment.payment_entries (payment, id);
select kernel.protect('enrolment.payment_entries', 'select, insert');
