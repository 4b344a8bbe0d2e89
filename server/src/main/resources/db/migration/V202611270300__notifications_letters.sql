-- Messages to one person, who has subscribed to nothing: what an applicant hears, mails about accounts.
create table notifications.letters (
    -- Whose they are about; the operator's where nobody's.
    tenant     uuid not null,
    id         uuid not null,
    channel    text not null check (channel in ('mail', 'sms')),
    -- Address, subject and text, sealed under the master key. Gone once it is over: what was sent is not kept, only
    -- that it was.
    content    bytea check ((state = 'pending') = (content is not null)),
    state      text not null check (state in ('pending', 'sent', 'dead')),
    attempts   int not null default 0,
    -- When it is to be tried; while somebody tries it, when his claim lapses.
    due_at     timestamptz not null,
    claim      uuid,
    -- What was wrong last; empty when it was taken.
    error      text not null default '',
    created_at timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant, id)
);
select kernel.protect('notifications.letters', 'select, insert, update, delete');
create index letters_due on notifications.letters (channel, due_at) where state = 'pending';
create index letters_waiting on notifications.letters (tenant) where state = 'pending';
create index letters_ended on notifications.letters (ended_at) where ended_at is not null;

insert into vault.sealed_columns (table_name, column_name) values ('notifications.letters', 'content');
