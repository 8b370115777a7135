-- Whoever signs in is one person in every workspace; sessions are that person's. Sessions there are go on: each member who
-- has one becomes a person without e-mail, and they hold for the roles that stand now.
create table person (
  id uuid not null,
  email text collate "C",
  password text collate "C",
  created_at timestamptz not null default now(),
  primary key (id)
);

create table person_member (
  person_id uuid not null,
  workspace_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, member_id)
);

create table sign_in_try (
  about bytea not null,
  at timestamptz not null
);

create table invitation (
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
  email text collate "C" not null,
  role text collate "C" not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, ref)
);

insert into person (id) select distinct member_id from session;

insert into person_member (person_id, workspace_id, member_id) select distinct member_id, workspace_id, member_id from session;

alter table session add column id uuid not null default gen_random_uuid();

alter table session add column person_id uuid;

alter table session add column roles jsonb not null default '{}';

alter table session add column seen_at timestamptz not null default now();

alter table session add column agent text collate "C" not null default '';

alter table session add column address text collate "C" not null default '';

update session s set person_id = s.member_id, seen_at = s.created_at,
  roles = coalesce((select jsonb_build_object(m.workspace_id, m.role) from member m where m.workspace_id = s.workspace_id and m.id = s.member_id), '{}');

alter table session alter column id drop default, alter column person_id set not null, alter column roles drop default,
  alter column seen_at drop default, alter column agent drop default, alter column address drop default;

-- Nothing is lost: it stands in the table of people and members.
alter table session drop column member_id;

create unique index person_by_email on person (email);

create unique index person_member_once on person_member (person_id, workspace_id);

create index session_by_person on session (person_id);

create index sign_in_try_by_about on sign_in_try (about, at);

create index invitation_by_created_at on invitation (workspace_id, created_at, id) where removed_at is null;

create index invitation_by_updated_at on invitation (workspace_id, updated_at, id) where removed_at is null;

create index invitation_in_trash on invitation (workspace_id, removed_at, id) where removed_at is not null;

alter table invitation enable row level security;

create policy workspace on invitation to throughline_app using (workspace_id = (select current_setting('throughline.workspace')::uuid)) with check (workspace_id = (select current_setting('throughline.workspace')::uuid));

grant select, insert, update, delete on invitation to throughline_app;
