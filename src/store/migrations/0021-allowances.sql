-- What a caller may ask before they have to wait, counted by all processes together; kept without a log.
create unlogged table allowance (
  caller bytea not null,
  tokens double precision not null,
  at timestamptz not null,
  primary key (caller)
);

create index allowance_by_age on allowance (at);
