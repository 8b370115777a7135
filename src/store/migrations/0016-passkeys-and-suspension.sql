-- Passkeys beside passwords, members and keys that rest, and links by which a person chooses a new password.
create table passkey (
  id uuid not null,
  person_id uuid not null,
  credential text collate "C" not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] collate "C" not null,
  name text collate "C" not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (id)
);

create table passkey_challenge (
  digest bytea not null,
  about text collate "C" not null,
  expires_at timestamptz not null,
  primary key (digest)
);

alter table session add column passkey_id uuid;

alter table once_link add column resets boolean not null default false;

create unique index passkey_by_credential on passkey (credential);

create index passkey_by_person on passkey (person_id);

create index passkey_challenge_by_end on passkey_challenge (expires_at);

create index sign_in_try_by_age on sign_in_try (at);

alter table member add column suspended_at timestamptz;

alter table member add column reinstated_at timestamptz;

alter table key add column suspended_at timestamptz;

alter table invitation add column member_id uuid;

create index invitation_by_member_id on invitation (workspace_id, member_id, created_at, id) where removed_at is null;
