-- Webhooks: who is told what outside, how far each has been told of history, and what became of each delivery.
create table signing_secret (
  workspace_id uuid not null,
  row_id uuid not null,
  at timestamptz not null,
  secret text collate "C" not null,
  primary key (workspace_id, row_id, secret)
);

create table outbox (
  workspace_id uuid not null,
  row_id uuid not null,
  seq bigint not null,
  failing_since timestamptz,
  held_by uuid,
  held_until timestamptz,
  primary key (workspace_id, row_id)
);

create table delivery (
  workspace_id uuid not null,
  row_id uuid not null,
  seq bigint not null,
  id uuid not null,
  greeting boolean not null default false,
  asked boolean not null default false,
  state text collate "C" not null default 'waiting',
  tries integer not null default 0,
  created_at timestamptz not null,
  due_at timestamptz,
  sent_at timestamptz,
  status integer,
  took_ms integer,
  answer text collate "C",
  fault text collate "C",
  primary key (workspace_id, row_id, seq)
);

create table webhook (
  workspace_id uuid not null,
  id uuid not null,
  ref text collate "C" not null,
  version bigint not null,
  created_at timestamptz not null,
  created_by_id uuid,
  updated_at timestamptz not null,
  removed_at timestamptz,
  stations bigint not null default 0,
  custom jsonb not null default '{}',
  name text collate "C" not null,
  url text collate "C" not null,
  records text[] collate "C",
  owner_id uuid not null,
  state text collate "C",
  because text collate "C",
  resumed_at timestamptz,
  asks bigint,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

create index delivery_due on delivery (workspace_id, row_id, seq) where state = 'waiting';

create index delivery_by_age on delivery (created_at);

create index webhook_by_created_at on webhook (workspace_id, created_at, id) where removed_at is null;

create index webhook_by_updated_at on webhook (workspace_id, updated_at, id) where removed_at is null;

create index webhook_by_owner_id on webhook (workspace_id, owner_id, created_at, id) where removed_at is null;

create index webhook_in_trash on webhook (workspace_id, removed_at, id) where removed_at is not null;

alter table signing_secret enable row level security;

create policy workspace on signing_secret to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant insert on signing_secret to throughline_app;

alter table outbox enable row level security;

create policy workspace on outbox to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update on outbox to throughline_app;

alter table delivery enable row level security;

create policy workspace on delivery to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update on delivery to throughline_app;

alter table webhook enable row level security;

create policy workspace on webhook to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on webhook to throughline_app;
