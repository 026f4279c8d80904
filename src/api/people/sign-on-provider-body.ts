import Type, { type Static } from 'typebox';
import { MASK } from '#access/sign-on/configure-provider.ts';
import { Code, exactly, orNull, Texts } from '#api/http/schemas.ts';
import type { SignOnProviderRow } from '#storage/sign-on.ts';

const Mapping = exactly(
  {
    group: Type.String({
      minLength: 1,
      maxLength: 1_000,
      description:
        'A value of the group claim; of a directory the whole name, or the cn below the group base',
    }),
    role: Code,
    books: orNull(Type.Array(Code, { minItems: 1, maxItems: 1_000, description: 'Null: every book' })),
  },
  { $id: 'GroupMapping' },
);

export const ProviderKind = Type.Union([Type.Literal('oidc'), Type.Literal('ldap')]);
export const ProviderCode = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' });
export const Settings = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Those of the kind: docs/guides/sign-on.md. Secrets are masked',
});

/** What can be changed of a provider. */
export const ProviderFacts = {
  titles: Texts,
  settings: Settings,
  enabled: Type.Boolean(),
  trustsSecondFactor: Type.Boolean({
    description: 'Whether its word counts when it says that a second factor was shown there',
  }),
  mappings: Type.Array(Mapping, { maxItems: 500 }),
};

export const NewProvider = exactly({ ...ProviderFacts, code: ProviderCode, kind: ProviderKind });

export const SignOnProviderBody = Type.Object(
  {
    code: ProviderCode,
    kind: ProviderKind,
    ...ProviderFacts,
    redirectUri: orNull(
      Type.String({ description: 'To be registered at an OpenID provider, to the letter' }),
    ),
    identities: Type.Integer({ description: 'How many people it knows' }),
  },
  { $id: 'SignOnProvider' },
);

export function signOnProviderBody(
  row: SignOnProviderRow,
  {
    secrets,
    redirectUri,
    identities,
  }: {
    /** Names of the secrets that are set. */
    readonly secrets: readonly string[];
    readonly redirectUri: string;
    readonly identities: number;
  },
): Static<typeof SignOnProviderBody> {
  return {
    code: row.code,
    kind: row.kind,
    titles: row.titles,
    settings: { ...row.settings, ...Object.fromEntries(secrets.map((name) => [name, MASK])) },
    enabled: row.enabled,
    trustsSecondFactor: row.trusts_second_factor,
    mappings: row.mappings.map(({ group, role, books }) => ({ group, role, books: books && [...books] })),
    redirectUri: row.kind === 'oidc' ? redirectUri : null,
    identities,
  };
}
