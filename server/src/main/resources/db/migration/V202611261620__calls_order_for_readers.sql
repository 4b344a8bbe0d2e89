-- Who reads on by a cursor (charging, notifications) goes by the writing transaction first: transactions below the
-- snapshot's xmin are over, so nothing can appear behind the cursor any more. By `seq` alone it could: a number drawn
-- early may be committed late.
create index call_records_written on calls.call_records (written_in, seq);
drop index calls.call_records_seq;
