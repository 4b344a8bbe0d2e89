create schema limits;

-- What calls of a limited number, or to a limited target of it, pass through one after the other: whoever counts locks
-- its row. `target` is empty for the number itself. `second` is the one in which calls came last, by this server's clock.
create table limits.gates (
    tenant       uuid not null,
    number       text not null check (number ~ '^400[0-9]{7}$'),
    target       text not null,
    second       timestamptz not null default '-infinity',
    second_calls int not null default 0 check (second_calls >= 0),
    primary key (tenant, number, target)
) with (fillfactor = 50);
select kernel.protect('limits.gates', 'select, insert, update, delete');

-- What each node holds: its calls that are under way, which count while its lease holds, and its calls of the month that
-- begins at `month`, which count to that month's end. A node writes only its own rows, and always the whole figure, so
-- that a write may be repeated.
create table limits.held (
    tenant      uuid not null,
    number      text not null,
    target      text not null,
    node        uuid not null,
    calls       int not null check (calls >= 0),
    month       timestamptz not null,
    month_calls bigint not null check (month_calls >= 0),
    primary key (tenant, number, target, node)
) with (fillfactor = 50);
select kernel.protect('limits.held', 'select, insert, update, delete');
create index held_node on limits.held (node);

create function limits.this_month() returns timestamptz
    language sql volatile
    return date_trunc('month', clock_timestamp(), 'Asia/Shanghai');

-- Locks a gate until the transaction ends. The statements after it see what those before us have committed: a volatile
-- function takes a snapshot for each.
--
-- Counts need not survive a crash of this server: nodes write theirs again. So nobody waits for the disk at a gate.
create function limits.lock_gate(of_tenant uuid, of_number text, of_target text) returns void
    language sql volatile
    as $$
    select set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '2s', true);
    insert into limits.gates (tenant, number, target) values (of_tenant, of_number, of_target) on conflict do nothing;
    select from limits.gates where tenant = of_tenant and number = of_number and target = of_target for update;
    $$;

-- Writes what a node holds and takes up to `wanted` more, as far as both limits go (0: none). Takes nothing for a node
-- whose lease has run out (`lives` is false): it would not be counted.
create function limits.take_calls(
    of_tenant uuid, of_number text, of_target text, by_node uuid,
    holds int, in_month timestamptz, holds_in_month bigint, wanted int, most int, most_a_month bigint)
    returns table (lives boolean, granted int, calls_elsewhere int, month timestamptz, month_calls bigint,
        month_elsewhere bigint)
    language sql volatile
    as $$
    select limits.lock_gate(of_tenant, of_number, of_target);
    with present as materialized (
        select limits.this_month() as month, calls.node_lives(by_node) as lives
    ),
    here as materialized (
        select p.month, p.lives, case when in_month = p.month then holds_in_month else 0 end as month_calls
          from present p
    ),
    elsewhere as materialized (
        select coalesce(sum(h.calls) filter (where calls.node_lives(h.node)), 0)::int as calls,
               coalesce(sum(h.month_calls) filter (where h.month = p.month), 0)::bigint as month_calls
          from present p left join limits.held h
            on h.tenant = of_tenant and h.number = of_number and h.target = of_target and h.node <> by_node
    ),
    decided as materialized (
        select here.*, elsewhere.calls as calls_elsewhere, elsewhere.month_calls as month_elsewhere,
               case when here.lives then greatest(0, least(
                   wanted,
                   case when most > 0 then most - holds - elsewhere.calls else wanted end,
                   case when most_a_month > 0
                       then most_a_month - here.month_calls - elsewhere.month_calls else wanted end))::int
               else 0 end as granted
          from here cross join elsewhere
    ),
    written as (
        insert into limits.held as h (tenant, number, target, node, calls, month, month_calls)
        select of_tenant, of_number, of_target, by_node, holds + d.granted, d.month, d.month_calls + d.granted
          from decided d
        on conflict (tenant, number, target, node) do update
            set calls = excluded.calls, month = excluded.month, month_calls = excluded.month_calls
    )
    select d.lives, d.granted, d.calls_elsewhere, d.month, d.month_calls, d.month_elsewhere from decided d;
    $$;

-- Takes up to `wanted` of the calls that a number may have in the second that is now, after giving back those of an
-- earlier take that were refused later.
create function limits.take_second(
    of_tenant uuid, of_number text, wanted int, most int, given_back int, of_second timestamptz)
    returns table (granted int, second timestamptz, second_calls int)
    language sql volatile
    as $$
    select limits.lock_gate(of_tenant, of_number, '');
    with present as materialized (
        select date_trunc('second', clock_timestamp()) as second
    ),
    so_far as materialized (
        select p.second,
               case when g.second = p.second
                   then greatest(0, g.second_calls - case when of_second = g.second then given_back else 0 end)
               else 0 end as calls
          from present p cross join limits.gates g
         where g.tenant = of_tenant and g.number = of_number and g.target = ''
    ),
    decided as materialized (
        select s.second, s.calls, greatest(0, least(wanted, most - s.calls)) as granted from so_far s
    ),
    written as (
        update limits.gates g set second = d.second, second_calls = d.calls + d.granted
          from decided d where g.tenant = of_tenant and g.number = of_number and g.target = ''
    )
    select d.granted, d.second, d.calls + d.granted from decided d;
    $$;

-- A node that starts holds no call; its calls of the month stand.
create function limits.begin_node(by_node uuid)
    returns table (tenant uuid, number text, target text, month timestamptz, month_calls bigint)
    language sql volatile
    as $$
    delete from limits.held h
     where h.month < limits.this_month() and (h.node = by_node or not calls.node_lives(h.node));
    update limits.held h set calls = 0 where h.node = by_node
    returning h.tenant, h.number, h.target, h.month, h.month_calls;
    $$;
