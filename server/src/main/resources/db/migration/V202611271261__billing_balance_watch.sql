-- Who was warned of what, until money comes.
create table billing.balance_watch (
    tenant     uuid primary key references identity.tenants,
    high_water bigint not null,                 -- the balance after the last money came, in micro-yuan
    percent    int not null default 100,        -- the lowest part of it that was told
    burn       boolean not null default false,  -- whether it was told that the money lasts for days only
    since      timestamptz not null,
    week_cost  bigint,                          -- of calls in the seven days before week_end, read once a day
    week_end   date,
    told_at    timestamptz,
    check ((week_cost is null) = (week_end is null))
);
select kernel.protect('billing.balance_watch', 'select, insert, update');

-- Who hears of an enterprise's money; its owners and finance people where nothing is here.
create table billing.money_contacts (
    tenant uuid primary key references identity.tenants,
    mail   text check (length(mail) <= 254),
    mobile text check (mobile ~ '^1[0-9]{10}$'),
    check (mail is not null or mobile is not null)
);
select kernel.protect('billing.money_contacts', 'select, insert, update, delete');
