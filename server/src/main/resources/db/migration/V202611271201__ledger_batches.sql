-- Hold, post and settle: one statement for a batch, each of its items in its turn. The caller sees to it that no key comes
-- twice in one batch. They go by index whatever the planner believes: their plans are kept, and the tables grow.

-- Before anything is read: whoever comes second sees what the first has done. Always in one order, so none wait for each other.
create function ledger.lock_accounts(accounts uuid[]) returns void
    language plpgsql
    set enable_seqscan = off
as $$
begin
    perform from ledger.balances b where b.account = any(accounts) order by b.account for update;
end
$$;

create function ledger.hold(accounts uuid[], keys text[], slots int[], sequences int[], leasts bigint[], mosts bigint[],
                            expiries timestamptz[])
    returns table (amount bigint, total bigint, available bigint)
    language plpgsql
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    tenants uuid[];
    free bigint[];     -- by slot: what can still be taken
    gave bigint[];     -- by slot
    amounts bigint[];  -- by order, from here on
    totals bigint[];
    availables bigint[];
    isnew boolean[];
    o record;
    given bigint;
begin
    perform ledger.lock_accounts(accounts);
    select array_agg(b.tenant order by a.slot), array_agg(b.balance - b.reserved - b.floor order by a.slot),
           array_agg(0 order by a.slot)
      into tenants, free, gave
      from unnest(accounts) with ordinality as a (account, slot) left join ledger.balances b on b.account = a.account;
    if array_position(tenants, null) is not null then
        raise exception 'ledger.unknown-account: %', accounts[array_position(tenants, null)];
    end if;
    for o in
        select t.slot, t.sequence, t.least, t.most, h.sequence as before, h.amount, h.total, s.key is not null as settled
          from unnest(keys, slots, sequences, leasts, mosts) with ordinality as t (key, slot, sequence, least, most, i)
          left join ledger.holds h on h.key = t.key and h.account = accounts[t.slot]
          left join ledger.settlements s on s.key = t.key
         order by t.i
    loop
        if o.settled or o.sequence <= o.before then
            given := 0;
            amounts := amounts || case when o.settled then 0 else o.amount end;
        else
            given := greatest(least(o.most, free[o.slot]), 0);
            if given < o.least then
                given := 0;
            end if;
            amounts := amounts || given;
        end if;
        free[o.slot] := free[o.slot] - given;
        gave[o.slot] := gave[o.slot] + given;
        isnew := isnew || (given > 0);
        totals := totals || coalesce(o.total, 0) + given;
        availables := availables || greatest(free[o.slot], 0);
    end loop;
    insert into ledger.holds as h (key, account, tenant, sequence, amount, total, expires_at)
    select n.key, accounts[n.slot], tenants[n.slot], n.sequence, n.amount, n.total, n.expires
      from unnest(keys, slots, sequences, amounts, totals, expiries, isnew)
           as n (key, slot, sequence, amount, total, expires, isnew)
     where n.isnew
    on conflict (key, account) do update
       set sequence = excluded.sequence, amount = excluded.amount, total = excluded.total,
           expires_at = excluded.expires_at;
    update ledger.balances b set reserved = b.reserved + g.gave
      from unnest(accounts, gave) as g (account, gave)
     where b.account = g.account and g.gave > 0;
    return query select * from unnest(amounts, totals, availables);
end
$$;

-- Parties are slots of `accounts`, among which are the platform's.
create function ledger.post(posted timestamptz, accounts uuid[], keys text[], debits int[], credits int[], amounts bigint[],
                            kinds text[], refs text[], effectives timestamptz[], reversed text[])
    returns table (outcome text, available bigint)
    language plpgsql
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    tenants uuid[];
    units text[];
    free bigint[];   -- by slot; null of the platform's accounts, which can give everything
    moved bigint[];  -- by slot
    outcomes text[];
    availables bigint[];
    t record;
    done int := 0;
    stored int;
begin
    perform ledger.lock_accounts(accounts);
    select array_agg(b.tenant order by a.slot), array_agg(coalesce(b.unit, p.unit) order by a.slot),
           array_agg(b.balance - b.reserved - b.floor order by a.slot), array_agg(0 order by a.slot)
      into tenants, units, free, moved
      from unnest(accounts) with ordinality as a (account, slot)
      left join ledger.balances b on b.account = a.account
      left join ledger.platform_accounts p on p.id = a.account;
    if array_position(units, null) is not null then
        raise exception 'ledger.unknown-account: %', accounts[array_position(units, null)];
    end if;
    for t in
        select n.debit, n.credit, n.amount,
               case when x.key is null and f.key is null then null
                    else coalesce((x.debit, x.credit, x.amount, x.kind, x.reference, x.effective, x.reverses)
                         is not distinct from
                         (accounts[n.debit], accounts[n.credit], n.amount, n.kind, n.reference, n.effective, n.reversed)
                         and f.key is null, false)
               end as same
          from unnest(keys, debits, credits, amounts, kinds, refs, effectives, reversed) with ordinality
               as n (key, debit, credit, amount, kind, reference, effective, reversed, i)
          left join ledger.transfers x on x.key = n.key
          left join ledger.shortfalls f on f.key = n.key
         order by n.i
    loop
        perform ledger.check_parties(t.debit, t.credit, tenants, units);
        outcome := case when t.same then 'as-before'
                        when not t.same then 'key-used'
                        when free[t.debit] < t.amount then 'too-little'
                        else 'done' end;
        if outcome = 'done' then
            free[t.debit] := free[t.debit] - t.amount;
            free[t.credit] := free[t.credit] + t.amount;
            moved[t.debit] := moved[t.debit] - t.amount;
            moved[t.credit] := moved[t.credit] + t.amount;
            done := done + 1;
        end if;
        outcomes := outcomes || outcome;
        availables := availables || greatest(free[t.debit], 0);
    end loop;
    insert into ledger.transfers (tenant, key, debit, credit, amount, kind, reference, effective, posted_at, reverses)
    select coalesce(tenants[n.debit], tenants[n.credit], kernel.current_tenant(), ledger.operator()), n.key, accounts[n.debit],
           accounts[n.credit], n.amount, n.kind, n.reference, n.effective, posted, n.reversed
      from unnest(keys, debits, credits, amounts, kinds, refs, effectives, reversed, outcomes) with ordinality
           as n (key, debit, credit, amount, kind, reference, effective, reversed, outcome, i)
     where n.outcome = 'done'
     order by n.i
    on conflict (key) do nothing;
    get diagnostics stored = row_count;
    perform ledger.check_stored(stored, done);
    perform ledger.move(accounts, moved, null);
    return query select * from unnest(outcomes, availables);
end
$$;

create function ledger.check_parties(debit int, credit int, tenants uuid[], units text[]) returns void
    language plpgsql immutable as $$
begin
    if units[debit] <> units[credit] then
        raise exception 'ledger.other-unit: a transfer moves one unit, not % into %', units[debit], units[credit];
    end if;
    if tenants[debit] <> tenants[credit] then
        raise exception 'ledger.other-tenant: a transfer between customers stays with one of them';
    end if;
end
$$;

-- Somebody posted one of these keys after we had looked, for other accounts.
create function ledger.check_stored(stored int, wanted int) returns void
    language plpgsql as $$
begin
    if stored <> wanted then
        raise exception 'ledger.key-taken: another transaction took a key at the same moment; a retry tells'
            using errcode = 'serialization_failure';
    end if;
end
$$;

create function ledger.move(accounts uuid[], moved bigint[], freed bigint[]) returns void
    language plpgsql
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
begin
    update ledger.balances b
       set balance = b.balance + m.moved, reserved = b.reserved - coalesce(m.freed, 0),
           bound = greatest(b.bound, least(b.floor, b.balance + m.moved - b.reserved + coalesce(m.freed, 0)))
      from unnest(accounts, moved, freed) as m (account, moved, freed)
     where b.account = m.account and (m.moved <> 0 or m.freed <> 0);
end
$$;

-- `owners` are places in `keys`: whose settlement a transfer is of. What a key held of an account, it can always give.
create function ledger.settle(at timestamptz, accounts uuid[], keys text[], owners int[], transfer_keys text[], debits int[],
                              credits int[], amounts bigint[], kinds text[], refs text[], effectives timestamptz[])
    returns table (posted bigint)
    language plpgsql
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    named constant uuid[] := accounts;
    tenants uuid[];
    units text[];
    free bigint[];        -- by slot; null of the platform's accounts
    moved bigint[];
    freed bigint[];
    promised bigint[];    -- by slot: what the settlement whose turn it is held there and has not given yet
    promised_to int[];
    known uuid[];         -- by settlement: its tenant
    posts bigint[];       -- by transfer
    isnew boolean[];
    e record;
    slot int;
    given bigint;
    stored int;
begin
    accounts := accounts || array(
        select distinct h.account from ledger.holds h where h.key = any(keys) and h.account <> all(named));
    perform ledger.lock_accounts(accounts);
    select array_agg(b.tenant order by a.slot), array_agg(coalesce(b.unit, p.unit) order by a.slot),
           array_agg(b.balance - b.reserved - b.floor order by a.slot), array_agg(0 order by a.slot),
           array_agg(0 order by a.slot), array_agg(0 order by a.slot), array_agg(0 order by a.slot)
      into tenants, units, free, moved, freed, promised, promised_to
      from unnest(accounts) with ordinality as a (account, slot)
      left join ledger.balances b on b.account = a.account
      left join ledger.platform_accounts p on p.id = a.account;
    if array_position(units, null) is not null then
        raise exception 'ledger.unknown-account: %', accounts[array_position(units, null)];
    end if;
    known := array_fill(null::uuid, array[cardinality(keys)]);
    for e in
        select k.i as owner, 0 as turn, h.account, h.total as amount, null::int as debit, null::int as credit,
               null::text as key, null::bigint as before, null::boolean as same
          from unnest(keys) with ordinality as k (key, i) join ledger.holds h on h.key = k.key
         where array_position(accounts, h.account) is not null
        union all
        select n.owner, n.i, null, n.amount, n.debit, n.credit, n.key,
               case when x.key is not null or f.key is not null then coalesce(x.amount, 0) end,
               (coalesce(x.debit, f.debit), coalesce(x.credit, f.credit), coalesce(f.asked, x.amount),
                coalesce(x.kind, f.kind), coalesce(x.reference, f.reference), coalesce(x.effective, f.effective))
               is not distinct from
               (accounts[n.debit], accounts[n.credit], n.amount, n.kind, n.reference, n.effective)
          from unnest(owners, transfer_keys, debits, credits, amounts, kinds, refs, effectives) with ordinality
               as n (owner, key, debit, credit, amount, kind, reference, effective, i)
          left join ledger.transfers x on x.key = n.key
          left join ledger.shortfalls f on f.key = n.key
         order by owner, turn
    loop
        if e.turn = 0 then
            slot := array_position(accounts, e.account);
            free[slot] := free[slot] + e.amount;
            freed[slot] := freed[slot] + e.amount;
            promised[slot] := e.amount;
            promised_to[slot] := e.owner;
            known[e.owner] := tenants[slot];
            continue;
        end if;
        perform ledger.check_parties(e.debit, e.credit, tenants, units);
        known[e.owner] := coalesce(known[e.owner], tenants[e.debit], tenants[e.credit]);
        if e.before is not null then
            if not e.same then
                raise exception 'ledger.key-used: % stands for another transfer', e.key using errcode = 'HL001';
            end if;
            posts := posts || e.before;
            isnew := isnew || false;
            continue;
        end if;
        slot := e.debit;
        given := e.amount;
        if free[slot] is not null then
            if promised_to[slot] <> e.owner then
                promised[slot] := 0;
            end if;
            given := least(e.amount, greatest(free[slot], promised[slot], 0));
            free[slot] := free[slot] - given;
            promised[slot] := greatest(promised[slot] - given, 0);
        end if;
        free[e.credit] := free[e.credit] + given;
        moved[slot] := moved[slot] - given;
        moved[e.credit] := moved[e.credit] + given;
        posts := posts || given;
        isnew := isnew || true;
    end loop;
    -- Not `= any`, which the index would take for another 500 keys.
    delete from ledger.holds h where h.key = any(keys) and array_position(accounts, h.account) is not null;
    insert into ledger.transfers (tenant, key, debit, credit, amount, kind, reference, effective, posted_at)
    select coalesce(tenants[n.debit], tenants[n.credit], kernel.current_tenant(), ledger.operator()), n.key,
           accounts[n.debit], accounts[n.credit], n.posted, n.kind, n.reference, n.effective, at
      from unnest(transfer_keys, debits, credits, kinds, refs, effectives, posts, isnew) with ordinality
           as n (key, debit, credit, kind, reference, effective, posted, isnew, i)
     where n.isnew and n.posted > 0
     order by n.i
    on conflict (key) do nothing;
    get diagnostics stored = row_count;
    perform ledger.check_stored(stored, (select count(*) from unnest(posts, isnew) as n (posted, isnew)
                                          where n.isnew and n.posted > 0)::int);
    insert into ledger.shortfalls (tenant, key, debit, credit, asked, posted, kind, reference, effective, posted_at)
    select coalesce(tenants[n.debit], tenants[n.credit], kernel.current_tenant(), ledger.operator()), n.key,
           accounts[n.debit], accounts[n.credit], n.asked, n.posted, n.kind, n.reference, n.effective, at
      from unnest(transfer_keys, debits, credits, amounts, kinds, refs, effectives, posts, isnew)
           as n (key, debit, credit, asked, kind, reference, effective, posted, isnew)
     where n.isnew and n.posted < n.asked;
    insert into ledger.settlements (tenant, key, settled_at)
    select coalesce(k.tenant, kernel.current_tenant(), ledger.operator()), k.key, at
      from unnest(keys, known) as k (key, tenant)
    on conflict (key) do nothing;
    perform ledger.move(accounts, moved, freed);
    return query select * from unnest(posts);
end
$$;

create function ledger.operator() returns uuid
    language sql immutable parallel safe
    return '00000000-0000-0000-0000-000000000000'::uuid;
