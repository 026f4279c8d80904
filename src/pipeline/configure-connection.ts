import type { Connector } from '#connectors/kit/connector.ts';
import { accept, type Outcome } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { type ConnectionRow, saveConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';

export interface ConnectionToSave {
  readonly code: string;
  readonly connector: Connector;
  readonly title: string;
  /** As the form gave them, secrets included. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly by: string;
  /** Encrypts what must not stand in the database in clear. */
  readonly seal: (plain: Readonly<Record<string, unknown>>) => Uint8Array;
}

/** Checks settings against the connector's schema and saves them, secrets apart and sealed. */
export async function configureConnection(tx: Tx, wanted: ConnectionToSave): Promise<Outcome<ConnectionRow>> {
  const parsed = wanted.connector.settings.parse(wanted.settings);
  if (!parsed.ok) return parsed;
  const { fields } = wanted.connector.settings;
  const isSecret = (name: string) => fields[name]?.type === 'secret';
  const entries = Object.entries(wanted.settings);
  const secrets = Object.fromEntries(entries.filter(([name]) => isSecret(name)));
  const row = await saveConnection(tx, {
    code: wanted.code,
    connector: wanted.connector.name,
    title: wanted.title,
    settings: Object.fromEntries(entries.filter(([name]) => !isSecret(name))),
    secrets: Object.keys(secrets).length > 0 ? wanted.seal(secrets) : null,
  });
  await audit(tx, {
    actor: wanted.by,
    action: 'connection.save',
    subject: `connection:${wanted.code}`,
    details: { connector: wanted.connector.name, settings: entries.map(([name]) => name) },
  });
  return accept(row);
}
