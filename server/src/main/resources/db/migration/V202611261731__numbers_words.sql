-- What the operator says of the dictionary of number words: words of its own, words that it changed, and words of the jar
-- that it left out.
create table numbers.words (
    tenant      uuid not null references identity.tenants,
    word        text not null check (word <> '' and length(word) <= 12),
    digits      text not null check (digits ~ '^[0-9]{1,7}$'),
    removed     boolean not null,
    weight      int not null check (weight between 1 and 100),
    why         text not null check (why <> '' and length(why) <= 100),
    why_english text not null check (why_english <> '' and length(why_english) <= 200),
    trades      text[] not null,
    author      text not null,
    changed_at  timestamptz not null,
    primary key (word, digits)
);
select kernel.protect('numbers.words', 'select, insert, update, delete');
create trigger changed after insert or update or delete or truncate on numbers.words
    execute function kernel.announce_change('number-words');
