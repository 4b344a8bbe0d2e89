-- What a search may need: every searched column, with the order of the page behind it. Only what can be had is ever searched
-- for, so the indexes are of that.
alter table numbers add primary key (digits);

create index by_digits on numbers (digits) where available;

create index by_tail on numbers (reverse(digits) collate "C") where available;

create index by_trigram on numbers using gin (digits gin_trgm_ops) where available;

create index by_kind on numbers using gin (kinds) where available;

create index by_memorability on numbers (memorability desc, digits) where available;

create index by_class on numbers (class, memorability desc, digits) where available;

create index by_carrier on numbers (carrier, memorability desc, digits) where available;

create index by_fee on numbers (fee, digits) where available;

create index by_fee_down on numbers (fee desc, digits) where available;
