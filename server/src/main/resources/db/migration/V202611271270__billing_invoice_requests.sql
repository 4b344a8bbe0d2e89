-- Requests for 发票 on paid bills. What was asked for is never changed; where it stands is.
create schema if not exists billing;
grant usage on schema billing to hotline_app;

create table billing.invoice_requests (
    tenant          uuid not null references identity.tenants,
    id              uuid primary key,
    bill            uuid not null,
    bill_number     text not null check (bill_number <> ''),
    hotline         text not null check (hotline ~ '^400[0-9]{7}$'),
    month           date not null check (extract(day from month) = 1),
    kind            text not null check (kind in ('normal', 'special')),
    amount          bigint not null check (amount > 0),     -- micro-yuan, with tax; whole fen
    taxes           jsonb not null,                         -- [{percent, gross, tax}], micro-yuan
    buyer           bytea not null,                         -- title, tax number, bank, mail: sealed for the tenant
    requested_at    timestamptz not null,
    requested_by    text not null,
    idempotency_key text check (length(idempotency_key) between 1 and 100),
    state           text not null check (state in ('requested', 'exported', 'made-out', 'refused', 'withdrawn',
                                                   'reversed')),
    changed_at      timestamptz not null,
    changed_by      text not null,
    -- Handed to the operator's tax system, once.
    batch           uuid,
    batch_key       text,
    exported_at     timestamptz,
    -- What it made of it. A fully digital invoice has a number of 20 digits and no code.
    invoice_code    text not null default '' check (invoice_code ~ '^([0-9]{10}|[0-9]{12})?$'),
    invoice_number  text check (invoice_number ~ '^([0-9]{8}|[0-9]{20})$'),
    invoice_date    date,
    refusal         text check (length(refusal) between 1 and 500),
    -- The SHA-256 of the file that lies sealed in the store.
    pdf             text check (pdf ~ '^[0-9a-f]{64}$'),
    -- 红冲: the invoice that takes this one back, and the credit note it follows.
    red_number      text check (red_number ~ '^([0-9]{8}|[0-9]{20})$'),
    red_date        date,
    credit_note     text,
    check ((batch is null) = (exported_at is null)),
    check ((invoice_number is null) = (invoice_date is null)),
    check (state not in ('made-out', 'reversed') or invoice_number is not null),
    check (state <> 'refused' or refusal is not null),
    check ((state = 'reversed') = (red_number is not null)),
    check (pdf is null or invoice_number is not null)
);
-- A bill has one live request; one that came to nothing, or was taken back, makes room for another.
create unique index invoice_requests_live on billing.invoice_requests (bill)
    where state in ('requested', 'exported', 'made-out');
create unique index invoice_requests_number on billing.invoice_requests (invoice_code, invoice_number);
create unique index invoice_requests_key on billing.invoice_requests (tenant, idempotency_key);
create index invoice_requests_tenant on billing.invoice_requests (tenant, id);
create index invoice_requests_waiting on billing.invoice_requests (id) where state = 'requested';
create index invoice_requests_batch on billing.invoice_requests (batch, id) where batch is not null;
create index invoice_requests_batch_key on billing.invoice_requests (batch_key) where batch_key is not null;
select kernel.protect('billing.invoice_requests', 'select, insert');
grant update (state, changed_at, changed_by, batch, batch_key, exported_at, invoice_code, invoice_number,
              invoice_date, refusal, pdf, red_number, red_date, credit_note)
    on billing.invoice_requests to hotline_app;
