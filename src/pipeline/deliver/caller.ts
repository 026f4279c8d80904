import type { Delivery, Receipt } from '#connectors/kit/connector.ts';
import { Fault } from '#core/trouble/trouble.ts';
import type { OpenConnection } from '#pipeline/connections.ts';
import type { Database } from '#storage/database.ts';
import type { DeliveryKind, DeliveryRow } from '#storage/deliveries.ts';
import { voucherMessages, writeBackMessage } from './messages.ts';

/** One way of talking to one target: how much at a time, how long it may be busy, and the conversation itself. */
export interface Caller {
  readonly batchSizeMax: number;
  readonly settleMs: number;
  /** Asks what is there, then sends. One receipt per row. */
  call(rows: readonly DeliveryRow[], signal: AbortSignal): Promise<readonly Receipt[]>;
}

interface CallerContext {
  readonly database: Database;
  readonly pauseAt?: (point: string) => Promise<void>;
}

/** The caller for this kind of delivery; undefined where the connector cannot. */
export function callerOf(
  context: CallerContext,
  { connector, client }: OpenConnection,
  kind: DeliveryKind,
): Caller | undefined {
  const { voucher, writeBack } = connector.deliver ?? {};
  if (kind === 'write-back') {
    return (
      writeBack &&
      sender(context, {
        client,
        delivery: writeBack,
        asks: 'before retries',
        load: async (rows) => rows.map(writeBackMessage),
      })
    );
  }
  if (!voucher || kind === 'withdraw') return voucher && withdrawer(client, voucher);
  return sender(context, {
    client,
    delivery: voucher,
    asks: 'always',
    load: (rows) => voucherMessages(context.database, rows),
  });
}

interface Sender<Message> {
  readonly client: unknown;
  readonly delivery: Delivery<unknown, Message>;
  /**
   * Vouchers are asked for even the first time: it costs one question a batch, and after a restore of an older backup the
   * target knows what we have forgotten. A write-back said twice says the same.
   */
  readonly asks: 'always' | 'before retries';
  readonly load: (rows: readonly DeliveryRow[]) => Promise<Message[]>;
}

function sender<Message extends { readonly businessKey: string }>(
  { pauseAt }: CallerContext,
  { client, delivery, asks, load }: Sender<Message>,
): Caller {
  return {
    batchSizeMax: delivery.batchSizeMax,
    settleMs: delivery.settleMs,
    call: async (rows, signal) => {
      const messages = await load(rows);
      const tried = new Set(
        rows.filter((row) => asks === 'always' || row.attempts > 1).map((row) => row.business_key),
      );
      const asked = messages.filter(({ businessKey }) => tried.has(businessKey));
      const known = asked.length === 0 ? [] : await delivery.find(client, [...tried], signal, asked);
      await pauseAt?.('target-asked');
      const found = new Map(known.map((receipt) => [receipt.businessKey, receipt]));
      const states = messages.map(({ businessKey }) => found.get(businessKey) ?? absent(businessKey));
      return delivery.send(client, messages, states, signal);
    },
  };
}

function absent(businessKey: string): Receipt {
  return { businessKey, state: 'absent', targetId: null, targetNumber: null };
}

function withdrawer<Message>(client: unknown, delivery: Delivery<unknown, Message>): Caller {
  return {
    batchSizeMax: delivery.batchSizeMax,
    settleMs: delivery.settleMs,
    call: async (rows, signal) => {
      if (!delivery.withdraw) throw new Fault('withdraw_unsupported', { retry: { kind: 'never' } });
      return delivery.withdraw(
        client,
        rows.map((row) => row.business_key),
        signal,
      );
    },
  };
}
