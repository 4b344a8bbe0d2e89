-- Money that customers pay into their accounts, and what goes back of it.
create schema if not exists billing;

create table billing.top_ups (
    tenant          uuid not null references identity.tenants,
    id              uuid primary key,
    -- Written into a transfer; what providers call the order by.
    reference       text not null unique check (reference ~ '^HT[0-9]{10}$'),
    way             text not null check (way in ('bank-transfer', 'alipay', 'wechat-pay')),
    amount          bigint not null check (amount > 0),               -- asked for, in micro-yuan
    state           text not null check (
        state in ('asked', 'paid', 'partly-refunded', 'refunded', 'closed', 'expired')),
    received        bigint not null check (received >= 0),
    refunded        bigint not null check (refunded between 0 and received),
    for_bill        text check (length(for_bill) between 1 and 50),
    -- The provider's page, or what the QR code says; null as long as the provider has not answered.
    page            text check (length(page) <= 4000),
    idempotency_key text not null check (length(idempotency_key) between 1 and 100),
    by_principal    uuid not null,
    by_name         text not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    paid_at         timestamptz,
    ended_at        timestamptz,                                      -- closed or expired
    -- When the provider is asked the next time, because its notification did not come.
    look_at         timestamptz,
    looks           int not null default 0 check (looks >= 0),
    unique (tenant, idempotency_key),
    check ((state in ('paid', 'partly-refunded', 'refunded')) = (received > 0)),
    check ((received > 0) = (paid_at is not null))
);
create index top_ups_tenant on billing.top_ups (tenant, id);
create index top_ups_look on billing.top_ups (look_at) where state = 'asked';
select kernel.protect('billing.top_ups', 'select, insert, update');

-- Movements of money, each once. Never changed, never deleted.
create table billing.top_up_entries (
    tenant          uuid not null references identity.tenants,
    id              uuid primary key,
    top_up          uuid not null references billing.top_ups,
    kind            text not null check (kind in ('received', 'refunded')),
    way             text not null check (way in ('bank-transfer', 'alipay', 'wechat-pay')),
    amount          bigint not null check (amount > 0),
    -- The provider's number of it, or the bank's.
    transaction     text not null check (length(transaction) between 1 and 64),
    booked_on       date not null,
    note            text not null check (length(note) <= 500),
    idempotency_key text check (length(idempotency_key) between 1 and 100),
    by_principal    uuid,                                             -- null: the provider told it
    by_name         text not null,
    at              timestamptz not null,
    unique (kind, way, transaction),
    unique (top_up, kind, idempotency_key)
);
create index top_up_entries_top_up on billing.top_up_entries (top_up, id);
select kernel.protect('billing.top_up_entries', 'select, insert');

-- Orders to send money back. Its amount is held on the customer's account until it is done.
create table billing.top_up_refunds (
    tenant             uuid not null references identity.tenants,
    id                 uuid primary key,
    top_up             uuid not null references billing.top_ups,
    way                text not null check (way in ('bank-transfer', 'alipay', 'wechat-pay')),
    amount             bigint not null check (amount > 0),
    state              text not null check (state in ('unapproved', 'due', 'done', 'failed', 'refused')),
    reason             text not null check (length(reason) between 1 and 200),
    idempotency_key    text not null check (length(idempotency_key) between 1 and 100),
    asked_by_principal uuid not null,
    asked_by_name      text not null,
    approved_by        uuid,
    approved_by_name   text,
    provider_reference text check (length(provider_reference) <= 64),
    attempts           int not null default 0 check (attempts >= 0),
    error              text check (length(error) <= 500),
    created_at         timestamptz not null,
    next_at            timestamptz,                                   -- when the provider is asked (again)
    ended_at           timestamptz,
    unique (top_up, idempotency_key),
    check (approved_by is null or approved_by <> asked_by_principal), -- four eyes
    check ((state in ('done', 'failed', 'refused')) = (ended_at is not null))
);
create index top_up_refunds_top_up on billing.top_up_refunds (top_up, id);
create index top_up_refunds_state on billing.top_up_refunds (state, id);
create index top_up_refunds_due on billing.top_up_refunds (next_at) where state = 'due';
select kernel.protect('billing.top_up_refunds', 'select, insert, update');

-- What a provider told, truly, and what fits no order: nothing was booked, somebody has to look.
create table billing.odd_payments (
    tenant      uuid not null references identity.tenants,            -- the order's; the operator where there is none
    id          uuid primary key,
    way         text not null check (way in ('bank-transfer', 'alipay', 'wechat-pay')),
    kind        text not null check (kind in ('unknown-order', 'other-way', 'wrong-amount', 'used-transaction',
                                              'short-refund')),
    order_no    text not null check (length(order_no) <= 64),
    transaction text not null check (length(transaction) between 1 and 64),
    amount      bigint not null check (amount >= 0),
    told_at     timestamptz not null,
    settled_at  timestamptz,
    settled_by  uuid,
    settled_by_name text,
    note        text check (length(note) <= 500),
    unique (way, kind, transaction, amount),
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (note is null))
);
create index odd_payments_open on billing.odd_payments (id) where settled_at is null;
select kernel.protect('billing.odd_payments', 'select, insert, update');
