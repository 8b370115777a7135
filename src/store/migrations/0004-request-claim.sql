alter table request_key add column claim uuid;

alter table request_key add column claimed_until timestamptz;

create unique index request_key_by_claim on request_key (workspace_id, claim);

alter table request_key enable row level security;

create policy workspace on request_key to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, update on request_key to throughline_app;
