create index feedback_by_tag_ids on feedback using gin (workspace_id, tag_ids) where removed_at is null and merged_into_id is null;

create function throughline_holding_feedback_tag_ids(among uuid[], most integer) returns table (id uuid)
  language sql stable strict security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
as $$
  select t.id from feedback t where t.workspace_id = current_setting('throughline.workspace')::uuid and t.removed_at is null and t.merged_into_id is null and t.tag_ids && $1 limit $2
$$;

revoke all on function throughline_holding_feedback_tag_ids(uuid[], integer) from public; grant execute on function throughline_holding_feedback_tag_ids(uuid[], integer) to throughline_app;
