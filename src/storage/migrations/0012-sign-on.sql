-- Sign-on at somebody else's: providers (OpenID Connect, LDAP), whom they know as whom of ours, and sign-ons under way.

create table sign_on_providers (
  provider_id          int generated always as identity primary key,
  code                 text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  kind                 text not null check (kind in ('oidc', 'ldap')),
  titles               json not null,
  settings             json not null,
  -- Sealed; the key is outside the database.
  secrets              bytea,
  enabled              boolean not null default true,
  -- Whether its word counts when it says that a second factor was shown there.
  trusts_second_factor boolean not null default false,
  -- [{ group, role, books }]: what membership of a group grants.
  mappings             json not null default '[]'
);

-- A person is found by this and nothing else: never by a name or an e-mail address, which a provider lets people choose
-- (OWASP ASVS 5.0.0-6.8.1). The realm is the issuer, or the directory with its attribute: a provider that is pointed
-- elsewhere knows nobody any more, whatever user ids the other place has.
create table identities (
  identity_id  bigint generated always as identity primary key,
  provider_id  int not null references sign_on_providers on delete cascade,
  realm        text not null,
  subject      text not null,
  person_id    int not null,
  -- Null: made by the first sign-on itself; else the administrator who tied it to a person who was there already.
  linked_by    text,
  linked_at    timestamptz not null default now(),
  last_used_at timestamptz,
  unique (provider_id, realm, subject)
);
create index identities_person on identities (person_id);

-- One browser on its way to a provider and back. Taken by the first who comes back; worthless after ten minutes.
create table pending_sign_ons (
  state_hash   bytea primary key,
  provider_id  int not null references sign_on_providers on delete cascade,
  -- Of the secret in the cookie of the browser that left: nobody finishes what another browser began.
  browser_hash bytea not null,
  nonce        text not null,
  verifier     text not null,
  -- The page the browser wanted.
  return_to    text not null,
  expires_at   timestamptz not null
);
create index pending_sign_ons_age on pending_sign_ons (expires_at);
