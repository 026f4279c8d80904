-- Who signs in, with what, and for how long. Nothing here can be used by whoever reads it: passwords are argon2id
-- hashes, tokens and codes SHA-256 of random bits, and the secrets of authenticator apps are sealed with a key that is
-- not in the database.

create table people (
  person_id     int generated always as identity primary key,
  login         text not null unique check (login = lower(login) and length(login) between 1 and 100),
  name          text not null,
  email         text,
  language      text not null default 'zh' check (language in ('zh', 'en', 'ja')),
  -- invited: made, and has not set a password yet. disabled: may not come in, and keeps the name on what was done.
  state         text not null default 'invited' check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  -- local, or the code of the sign-on provider that made the person.
  source        text not null default 'local',
  created_at    timestamptz not null default now(),
  changed_at    timestamptz not null default now()
);

create table totp_secrets (
  person_id    int primary key references people on delete cascade,
  -- Null: none is in use yet. Pending: shown, and not yet proved by a code.
  secret       bytea,
  pending      bytea,
  -- The newest 30-second step whose code was taken: a code works once.
  last_step    bigint not null default 0,
  confirmed_at timestamptz
);

create table recovery_codes (
  person_id int not null references people on delete cascade,
  code_hash bytea not null,
  used_at   timestamptz,
  primary key (person_id, code_hash)
);

create table passkeys (
  passkey_id    bigint generated always as identity primary key,
  person_id     int not null references people on delete cascade,
  credential_id text not null unique,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  -- The host name it was made for: it answers to no other.
  host          text not null,
  title         text not null,
  created_at    timestamptz not null,
  used_at       timestamptz
);
create index passkeys_person on passkeys (person_id);

-- What a passkey is asked to sign; taken by the first answer, worthless after five minutes.
create table passkey_challenges (
  challenge_hash bytea primary key,
  purpose        text not null check (purpose in ('make', 'show')),
  person_id      int references people on delete cascade,
  expires_at     timestamptz not null
);
create index passkey_challenges_age on passkey_challenges (expires_at);

create table sessions (
  session_id bigint generated always as identity primary key,
  person_id  int not null references people on delete cascade,
  token_hash bytea not null unique,
  -- What was shown so far, in that order: password, totp, passkey, …
  factors    text[] not null,
  ip         text not null,
  user_agent text not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  proved_at  timestamptz not null
);
create index sessions_person on sessions (person_id);
create index sessions_age on sessions (created_at);

-- Links that work once: they go to one person, or (set-up) to whoever started the hub.
create table links (
  token_hash bytea primary key,
  kind       text not null check (kind in ('set-up', 'invite', 'reset')),
  person_id  int references people on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'set-up') = (person_id is null))
);
create index links_person on links (person_id);

-- Tries by what they have in common; the name is a hash, because people type passwords where a login belongs.
create table throttles (
  key_hash      bytea primary key,
  tries         int not null,
  tried_at      timestamptz not null,
  blocked_until timestamptz not null
);
create index throttles_age on throttles (tried_at);

-- Browsers in which somebody once signed in wholly: guessing done elsewhere does not keep them out.
create table known_devices (
  person_id  int not null references people on delete cascade,
  token_hash bytea not null,
  seen_at    timestamptz not null,
  primary key (person_id, token_hash)
);

-- Whoever remembers a session hears that it ended or changed, in every process. Being seen is no such change.
create function tell_sessions_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', '');
  return null;
end $$;
create trigger told after delete or update of token_hash, factors, proved_at on sessions
  for each statement execute function tell_sessions_changed();
create trigger told after delete or update on people
  for each statement execute function tell_sessions_changed();
create trigger told after insert or delete or update of secret on totp_secrets
  for each statement execute function tell_sessions_changed();
create trigger told after insert or delete on passkeys
  for each statement execute function tell_sessions_changed();
