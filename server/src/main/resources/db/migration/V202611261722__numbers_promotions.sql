-- The operator's campaigns.
create table numbers.promotions (
    tenant           uuid not null references identity.tenants,
    id               uuid not null,
    name_zh          text not null check (name_zh <> '' and length(name_zh) <= 100),
    name_en          text not null check (name_en <> '' and length(name_en) <= 100),
    query            jsonb not null,               -- which numbers, as the search's parameters
    percent_off      int check (percent_off between 1 and 100),
    fixed_fee        bigint check (fixed_fee >= 0), -- micro-yuan
    begins_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > begins_at),
    quota            int not null check (quota >= 0),             -- numbers in all; 0: no bound
    quota_per_tenant int not null check (quota_per_tenant >= 0),  -- numbers of one enterprise; 0: no bound
    used             int not null check (used >= 0 and (quota = 0 or used <= quota)),
    ended_at         timestamptz,                  -- ended early
    ended_reason     text check (ended_reason <> '' and length(ended_reason) <= 500),
    ended_by         text,
    author           text not null,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    primary key (tenant, id),
    check ((percent_off is null) <> (fixed_fee is null)),
    check ((ended_at is null) = (ended_reason is null) and (ended_at is null) = (ended_by is null))
);
select kernel.protect('numbers.promotions', 'select, insert, update');
create trigger changed after insert or update or delete on numbers.promotions
    execute function kernel.announce_change('number-promotions');

-- Who got which number by a promotion. `used` above counts them; whoever writes here has locked the promotion's row.
create table numbers.promotion_uses (
    tenant    uuid not null references identity.tenants,   -- who got it
    promotion uuid not null,
    number    text not null check (number ~ '^400[0-9]{7}$'),
    taken_at  timestamptz not null,
    primary key (tenant, promotion, number)
);
create index promotion_uses_promotion on numbers.promotion_uses (promotion, number);
select kernel.protect('numbers.promotion_uses', 'select, insert, delete');
