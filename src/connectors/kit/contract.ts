/**
 * The contract suite: what every connector must do with its own simulator before anybody may trust it with money.
 * A connector's test calls `describeConnector({ connector, simulator, settings, collect?, deliver?, … })` once.
 */
import { describe, test } from 'node:test';
import type { Text } from '#core/trouble/message.ts';
import { collectorOf } from './collector.ts';
import type { VoucherMessage, WriteBackMessage } from './connector.ts';
import { type CollectContract, collectTests } from './contract-collect.ts';
import { type DeliverContract, deliverTests } from './contract-deliver.ts';
import { errorTests } from './contract-errors.ts';
import type { Subject } from './contract-subject.ts';
import type { SettingsSchema } from './settings.ts';

export interface ConnectorContract<Settings, Client> extends Subject<Settings, Client> {
  /** One for every record kind that the connector collects. */
  readonly collect?: readonly CollectContract[];
  readonly deliver?: {
    readonly voucher?: DeliverContract<VoucherMessage>;
    readonly writeBack?: DeliverContract<WriteBackMessage>;
  };
}

/**
 * Declares the suite for one connector. It checks that collecting resumes from a cursor and loses nothing, that
 * delivering survives every fault the simulator knows and never doubles, that errors come out as refusal, fault or
 * throttle, and that no secret is ever logged or thrown.
 */
export function describeConnector<Settings, Client>(contract: ConnectorContract<Settings, Client>): void {
  describe(`contract of ${contract.connector.name}`, () => {
    for (const kind of contract.collect ?? []) collectTests(contract, kind);
    const { voucher, writeBack } = contract.deliver ?? {};
    if (voucher) deliverTests(contract, 'voucher', voucher, contract.connector.deliver?.voucher);
    if (writeBack) deliverTests(contract, 'writeBack', writeBack, contract.connector.deliver?.writeBack);
    errorTests<Settings, Client>(contract, (client) => useOnce(contract, client));
    test('title and settings are there in three languages', () => checkTexts(contract.connector));
  });
}

function checkTexts({
  title,
  settings,
}: {
  title: Text;
  settings: Pick<SettingsSchema<unknown>, 'fields'>;
}): void {
  const texts = [title, ...Object.values(settings.fields).map((field) => field.title)];
  for (const text of texts) {
    for (const language of ['zh', 'en', 'ja'] as const) {
      if (text[language] === '') throw new Error(`an empty ${language} text beside ${JSON.stringify(text)}`);
    }
  }
}

async function useOnce<Settings, Client>(
  { connector, collect, deliver }: ConnectorContract<Settings, Client>,
  client: Client,
): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  const kind = collect?.[0]?.kind;
  if (deliver?.voucher) await connector.deliver?.voucher?.find(client, ['contract-suite'], signal, []);
  else if (kind) await collectorOf(connector, kind)?.(client, null, signal)[Symbol.asyncIterator]().next();
  else if (deliver?.writeBack)
    await connector.deliver?.writeBack?.find(client, ['contract-suite'], signal, []);
}
