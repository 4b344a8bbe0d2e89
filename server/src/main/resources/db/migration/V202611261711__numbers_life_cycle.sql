-- What the life cycle needs: statuses that end by themselves, the number that took another's place, and an order in which
-- whoever keeps the numbers in memory reads on.

-- The owner is bound by row security, too.
select set_config('hotline.tenant', '*', true);

alter table numbers.hotline_numbers
    drop constraint hotline_numbers_status_check,
    -- When this status ends by itself.
    add column until timestamptz,
    -- The number that callers are referred to.
    add column successor text,
    -- The transaction that changed it last: those below a snapshot's xmin are over, so that nobody who reads on from there
    -- misses what was written early and committed late.
    add column written_in xid8 not null default pg_current_xact_id();

update numbers.hotline_numbers
   set until = case status when 'held' then since + interval '15 minutes'
                           when 'reserved' then since + interval '15 days'
                           when 'cancelled' then since + interval '7 days'
                           else since + interval '90 days' end
 where status in ('held', 'reserved', 'cancelled', 'quarantined');
-- What rests is nobody's.
update numbers.hotline_numbers
   set tenant = '00000000-0000-0000-0000-000000000000'
 where status in ('available', 'quarantined');

alter table numbers.hotline_numbers
    add constraint hotline_numbers_status_check check (
        status in ('available', 'held', 'reserved', 'active', 'arrears-suspended', 'suspended', 'barred', 'frozen',
                   'replaced', 'cancelled', 'quarantined')),
    add constraint hotline_numbers_nobodys_check check (
        status not in ('available', 'quarantined') or tenant = '00000000-0000-0000-0000-000000000000'),
    add constraint hotline_numbers_until_check check (
        (until is not null) = (status in ('held', 'reserved', 'replaced', 'cancelled', 'quarantined'))),
    add constraint hotline_numbers_successor_check check (
        (successor is not null) = (status = 'replaced') and successor ~ '^400[0-9]{7}$' and successor <> number);

create index hotline_numbers_due on numbers.hotline_numbers (until) where until is not null;
create index hotline_numbers_written on numbers.hotline_numbers (written_in);

create function numbers.note_writer() returns trigger
    language plpgsql as $$
begin
    new.written_in := pg_current_xact_id();
    return new;
end
$$;
create trigger written before insert or update on numbers.hotline_numbers
    for each row execute function numbers.note_writer();

alter table numbers.transitions
    add column until timestamptz,
    add column successor text,
    -- Who had it before, where it changed hands.
    add column previous_tenant uuid references identity.tenants,
    -- For whom the actor acts: the holder, or the operator and his platform.
    add column actor_tenant uuid references identity.tenants;

-- Whoever gave a number away still sees that he did.
create policy previous_tenant on numbers.transitions for select
    using (previous_tenant = kernel.current_tenant());
