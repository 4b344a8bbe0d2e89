-- All ten million numbers as a table. The seven digits behind 400 are enough: the same three before each would only
-- burden an index of trigrams. Kinds of patterns are numbers, as the grading counts them.
create type number_class as enum ('ordinary', 'special', 'premium');

create type number_carrier as enum ('china-unicom', 'china-telecom', 'china-mobile');

create table numbers (
  fee bigint not null,
  class number_class not null,
  carrier number_carrier,
  memorability smallint not null,
  available boolean not null,
  digits text collate "C" not null,
  kinds smallint[] not null
);
