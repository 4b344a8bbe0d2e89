-- The calls that somebody may listen to: few among many. The list of them asks by the same words.
create index call_records_recorded on calls.call_records (tenant, id)
    where end_reason = 'voicemail' or jsonb_path_exists(document, '$.talks[*].isRecorded ? (@ == true)');
