-- Programs that call the API, and the keys with which the hub signs their access tokens.

create table api_clients (
  client_id           text primary key check (client_id ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
  name                text not null,
  -- A deleted client keeps its row: its id stands in the audit log and must never mean somebody else.
  state               text not null default 'active' check (state in ('active', 'disabled', 'deleted')),
  method              text not null check (method in ('client_secret_basic', 'client_secret_post', 'private_key_jwt')),
  -- SHA-256 of 32 random bytes: nothing can be guessed back from it.
  secret_hash         bytea,
  secret_made_at      timestamptz,
  jwks                json,
  scopes              text[] not null,
  books               text[],
  kinds               text[],
  fields              json not null default '[]',
  addresses           text[],
  requests_per_minute int not null check (requests_per_minute between 1 and 1000000),
  -- SHA-256 of the client's certificate, base64url (RFC 8705).
  certificate         text check (certificate ~ '^[A-Za-z0-9_-]{43}$'),
  expires_at          timestamptz,
  created_at          timestamptz not null default now(),
  created_by          text not null,
  last_token_at       timestamptz,
  check ((method = 'private_key_jwt') = (secret_hash is null)),
  check ((method = 'private_key_jwt') = (jwks is not null))
);

-- Whoever remembers a client hears that it changed, in every process. Getting a token is no such change.
create function tell_clients_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', '');
  return null;
end $$;
create trigger told after insert or delete or update of name, state, scopes, books, kinds, fields, addresses,
  requests_per_minute, certificate, expires_at, method, jwks, secret_hash on api_clients
  for each statement execute function tell_clients_changed();

-- Keys are public but for what is sealed with the key outside the database.
create table signing_keys (
  key_id      text primary key,
  public_jwk  json not null,
  sealed      bytea not null,
  created_at  timestamptz not null
);

-- Signed assertions that were used; each serves once (RFC 7523 §3, jti).
create table client_assertions (
  assertion_id text primary key,
  expires_at   timestamptz not null
);
create index client_assertions_age on client_assertions (expires_at);
