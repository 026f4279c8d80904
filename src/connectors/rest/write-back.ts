import type { Delivery, Receipt, WriteBackMessage } from '#connectors/kit/connector.ts';
import { scalarAt } from '#connectors/kit/json-slices.ts';
import { absentReceipt } from '#connectors/kit/receipt.ts';
import { type Outcome, refuse } from '#core/trouble/trouble.ts';
import { pathOf } from './answer.ts';
import type { RestAnswer, RestClient } from './client.ts';
import type { WriteBack } from './definition.ts';
import { sendAbsent } from './send-absent.ts';
import { fillJson, fillPath, fillQuery, fillText, type Scope } from './template.ts';

/** Tells the source what became of its record, with the configured request; nothing is sent where it already says so. */
export const writeBack: Delivery<RestClient, WriteBackMessage> = {
  batchSizeMax: 20,
  settleMs: 2_000,
  async find(client, keys, signal, messages) {
    const receipts: Receipt[] = [];
    for (const businessKey of keys) {
      const message = messages.find((each) => each.businessKey === businessKey);
      receipts.push(
        message === undefined ? absentReceipt(businessKey) : await findOne(client, message, signal),
      );
    }
    return receipts;
  },
  send: (client, messages, found, signal) =>
    sendAbsent(messages, found, (message) => sendOne(client, message, signal)),
};

async function findOne(client: RestClient, message: WriteBackMessage, signal: AbortSignal): Promise<Receipt> {
  const configured = client.settings.writeBack;
  if (configured === null) return absentReceipt(message.businessKey);
  const { find } = configured;
  const scope = scopeOf(message);
  const answer = await request(client, { ...find, method: 'GET' }, { scope, signal, isRead: true });
  if (!answer.ok) {
    // A source that keeps the mark in a place of its own has no such place before it is written.
    return answer.refusal.code === 'rest_not_found'
      ? absentReceipt(message.businessKey)
      : absentReceipt(message.businessKey, answer.refusal);
  }
  const expected = fillText(find.expect, scope);
  const isThere = expected !== null && scalarAt(answer.value.text, pathOf(find.value)) === expected;
  return isThere ? done(message, expected) : absentReceipt(message.businessKey);
}

async function sendOne(client: RestClient, message: WriteBackMessage, signal: AbortSignal): Promise<Receipt> {
  const configured = client.settings.writeBack;
  if (configured === null) {
    return absentReceipt(message.businessKey, { code: 'rest_not_configured', at: 'writeBack' });
  }
  const scope = scopeOf(message);
  const answer = await request(client, configured.send, { scope, signal, isRead: false });
  if (!answer.ok) return absentReceipt(message.businessKey, answer.refusal);
  return done(message, fillText(configured.find.expect, scope));
}

interface Filled {
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly isRead: boolean;
}

type Configured = Pick<WriteBack['send'], 'path' | 'query' | 'body'> & { readonly method: string };

async function request(
  client: RestClient,
  { path, query, body, method }: Configured,
  { scope, signal, isRead }: Filled,
): Promise<Outcome<RestAnswer>> {
  const filled = fillPath(path, scope);
  if (!filled.ok) return refuse(filled.refusal);
  return client.call({
    method,
    path: filled.value,
    query: fillQuery(query ?? {}, scope),
    ...(body === undefined ? {} : { body: fillJson(body, scope) }),
    isRead,
    signal,
  });
}

function scopeOf(message: WriteBackMessage): Scope {
  const { codes, ...texts } = message;
  return { ...texts, codes: codes.join(',') };
}

function done({ businessKey, externalId }: WriteBackMessage, targetNumber: string | null): Receipt {
  return { businessKey, state: 'audited', targetId: externalId, targetNumber };
}
