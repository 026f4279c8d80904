import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import type { Delivery, Receipt, RunningSimulator, VoucherMessage, WriteBackMessage } from './connector.ts';
import { type Bench, faultsOf, type Subject, withBench } from './contract-subject.ts';

export interface DeliverContract<Message> {
  /** `count` different messages that the simulator will take. */
  messages(running: RunningSimulator, count: number): Promise<readonly Message[]>;
  /** How often each key is there, counted without the connector. A key that is not there may be left out. */
  count(running: RunningSimulator, keys: readonly string[]): Promise<Readonly<Record<string, number>>>;
  /** Default: the state asked for by `until`, or anything but `absent`. */
  reached?(receipt: Receipt, message: Message): boolean;
}

type AnyMessage = VoucherMessage | WriteBackMessage;

const ATTEMPTS_MAX = 200;
const MESSAGES = 7;

/** Every message is there exactly once, whatever happened on the way. */
export function deliverTests<Settings, Client, Message extends AnyMessage>(
  subject: Subject<Settings, Client>,
  name: string,
  contract: DeliverContract<Message>,
  delivery: Delivery<Client, Message> | undefined,
): void {
  assert.ok(delivery, `${subject.connector.name} delivers ${name}`);
  const drive = (bench: Bench<Client>, messages: readonly Message[]) =>
    deliverThrough({ delivery, bench, messages, reached: contract.reached ?? hasReached });

  test(`deliver ${name}: what was never sent is absent`, () =>
    withBench(subject, async ({ running, client }) => {
      const messages = await contract.messages(running, 3);
      const found = await delivery.find(client, keysOf(messages), AbortSignal.timeout(30_000), messages);
      assert.deepEqual(found.map((receipt) => receipt.businessKey).sort(), keysOf(messages).sort());
      assert.ok(found.every((receipt) => receipt.state === 'absent'));
    }));

  test(`deliver ${name}: sent once, found as sent, and not doubled by sending again`, () =>
    withBench(subject, async (bench) => {
      const messages = await contract.messages(bench.running, MESSAGES);
      const receipts = await drive(bench, messages);
      assert.ok(receipts.every((receipt) => receipt.refusal === undefined));
      const again = await drive(bench, messages);
      assert.deepEqual(again.map(identityOf).sort(), receipts.map(identityOf).sort());
      await assertOnce(contract, bench, messages);
    }));

  test(`deliver ${name}: goes on after a restart in the middle`, () =>
    withBench(subject, async (bench) => {
      const messages = await contract.messages(bench.running, MESSAGES);
      await drive(bench, messages.slice(0, 3));
      await drive({ ...bench, client: await bench.reconnect() }, messages);
      await assertOnce(contract, bench, messages);
    }));

  faultTests(subject, name, contract, drive);
}

/** The same while the simulator makes trouble: some one by one, the rest as a batch. */
function faultTests<Settings, Client, Message extends AnyMessage>(
  subject: Subject<Settings, Client>,
  name: string,
  contract: DeliverContract<Message>,
  drive: (bench: Bench<Client>, messages: readonly Message[]) => Promise<Receipt[]>,
): void {
  for (const fault of faultsOf(subject)) {
    test(`deliver ${name}: exactly once while the simulator does "${fault}"`, () =>
      withBench(subject, async (bench) => {
        const messages = await contract.messages(bench.running, MESSAGES);
        bench.setFaults({ [fault]: 0.35 });
        const receipts: Receipt[] = [];
        for (const message of messages.slice(0, 3)) receipts.push(...(await drive(bench, [message])));
        receipts.push(...(await drive(bench, messages.slice(3))));
        bench.setFaults({});
        assert.deepEqual(
          receipts.flatMap((receipt) => receipt.refusal ?? []),
          [],
        );
        await assertOnce(contract, bench, messages);
      }));
  }
}

/** As the pipeline does it: ask, send what is owed, and after a fault ask again before sending anything. */
async function deliverThrough<Client, Message extends AnyMessage>({
  delivery,
  bench,
  messages,
  reached,
}: {
  delivery: Delivery<Client, Message>;
  bench: Bench<Client>;
  messages: readonly Message[];
  reached: (receipt: Receipt, message: Message) => boolean;
}): Promise<Receipt[]> {
  const done = new Map<string, Receipt>();
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const owed = messages.filter((message) => !done.has(message.businessKey)).slice(0, delivery.batchSizeMax);
    if (owed.length === 0) return [...done.values()];
    const receipts = await attemptOnce(delivery, bench.client, owed);
    for (const message of owed) {
      const receipt = receipts.find((each) => each.businessKey === message.businessKey);
      if (receipt && (receipt.refusal || reached(receipt, message))) done.set(message.businessKey, receipt);
    }
  }
  assert.fail(`not delivered in ${ATTEMPTS_MAX} attempts`);
}

async function attemptOnce<Client, Message extends AnyMessage>(
  delivery: Delivery<Client, Message>,
  client: Client,
  owed: readonly Message[],
): Promise<readonly Receipt[]> {
  const signal = AbortSignal.timeout(30_000);
  try {
    const found = await delivery.find(client, keysOf(owed), signal, owed);
    const receipts = await delivery.send(client, owed, found, signal);
    assert.equal(receipts.length, owed.length, 'one receipt for every message');
    return receipts;
  } catch (error) {
    assert.ok(
      error instanceof Fault && error.retry.kind !== 'never',
      `not a fault to retry: ${String(error)}`,
    );
    return [];
  }
}

const RANK = { absent: 0, saved: 1, submitted: 2, audited: 3 } as const;

function hasReached(receipt: Receipt, message: AnyMessage): boolean {
  return RANK[receipt.state] >= ('until' in message ? RANK[message.until] : 1);
}

function keysOf(messages: readonly AnyMessage[]): string[] {
  return messages.map((message) => message.businessKey);
}

function identityOf(receipt: Receipt): string {
  return [receipt.businessKey, receipt.state, receipt.targetId, receipt.targetNumber].join(' ');
}

async function assertOnce<Client, Message extends AnyMessage>(
  contract: DeliverContract<Message>,
  bench: Bench<Client>,
  messages: readonly Message[],
): Promise<void> {
  const keys = keysOf(messages);
  const counts = await contract.count(bench.running, keys);
  assert.deepEqual(
    keys.map((key) => [key, counts[key] ?? 0]),
    keys.map((key) => [key, 1]),
  );
}
