import type { Text } from '#core/trouble/message.ts';
import type { Tx } from './database.ts';

/** What membership of a group grants. */
export interface GroupMapping {
  /** As the provider names it: a value of the group claim, a distinguished name, or a name below the group base. */
  readonly group: string;
  readonly role: string;
  /** Codes of books; null: every book. */
  readonly books: readonly string[] | null;
}

export interface SignOnProviderRow {
  readonly provider_id: number;
  readonly code: string;
  readonly kind: 'oidc' | 'ldap';
  readonly titles: Text;
  readonly settings: Record<string, unknown>;
  /** Encrypted; the key is outside the database. */
  readonly secrets: Buffer | null;
  readonly enabled: boolean;
  readonly trusts_second_factor: boolean;
  readonly mappings: readonly GroupMapping[];
}

export interface NewSignOnProvider {
  readonly code: string;
  readonly kind: 'oidc' | 'ldap';
  readonly titles: Text;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Uint8Array | null;
  readonly enabled: boolean;
  readonly trustsSecondFactor: boolean;
  readonly mappings: readonly GroupMapping[];
}

/** The provider of this code, made or changed. */
export async function saveSignOnProvider(tx: Tx, provider: NewSignOnProvider): Promise<SignOnProviderRow> {
  const { code, kind, titles, settings, secrets, enabled, trustsSecondFactor, mappings } = provider;
  const [row] = await tx.query<SignOnProviderRow>(
    `insert into sign_on_providers (code, kind, titles, settings, secrets, enabled, trusts_second_factor, mappings)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update set titles = excluded.titles, settings = excluded.settings,
       secrets = excluded.secrets, enabled = excluded.enabled,
       trusts_second_factor = excluded.trusts_second_factor, mappings = excluded.mappings
     returning *`,
    [
      ...[code, kind, JSON.stringify(titles), JSON.stringify(settings), secrets],
      ...[enabled, trustsSecondFactor, JSON.stringify(mappings)],
    ],
  );
  return row!;
}

export async function listSignOnProviders(tx: Tx): Promise<SignOnProviderRow[]> {
  return tx.query<SignOnProviderRow>('select * from sign_on_providers order by code');
}

export async function findSignOnProvider(tx: Tx, code: string): Promise<SignOnProviderRow | null> {
  const [row] = await tx.query<SignOnProviderRow>('select * from sign_on_providers where code = $1', [code]);
  return row ?? null;
}

/** With everything it knew: identities and sign-ons under way. People stay. */
export async function deleteSignOnProvider(tx: Tx, providerId: number): Promise<void> {
  await tx.query('delete from sign_on_providers where provider_id = $1', [providerId]);
}
