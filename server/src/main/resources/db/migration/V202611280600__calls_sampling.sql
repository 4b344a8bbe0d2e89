-- Autovacuum samples 30,000 rows each time the table has grown by a tenth, in its first hours once a minute. It unpacked each
-- document for the sake of an index's condition and of statistics that nobody asks for, which kept a core busy for seconds.
drop index calls.call_records_recorded;
-- The calls that somebody may listen to: few among many.
alter table calls.call_records add column is_recorded boolean not null generated always as
    (end_reason = 'voicemail' or jsonb_path_exists(document, '$.talks[*].isRecorded ? (@ == true)')) stored;
create index call_records_recorded on calls.call_records (tenant, id) where is_recorded;

alter table calls.call_records
    alter column document set statistics 0,
    alter column caller_kind set statistics 0,
    alter column platform_answered_at set statistics 0,
    alter column ring_at set statistics 0,
    alter column target_answered_at set statistics 0,
    alter column ended_at set statistics 0,
    alter column ring_ms set statistics 0,
    alter column hangup_side set statistics 0,
    alter column plan_version set statistics 0,
    alter column node set statistics 0;
alter table calls.open_calls alter column document set statistics 0;
