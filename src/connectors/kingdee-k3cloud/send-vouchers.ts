import type { Receipt, VoucherMessage } from '#connectors/kit/connector.ts';
import { Fault, type Refusal } from '#core/trouble/trouble.ts';
import type { WriteTrouble } from './answers.ts';
import type { KingdeeClient } from './client.ts';
import { encodeVoucher } from './codec.ts';
import { findVouchers, receiptsOf } from './find-vouchers.ts';
import { isEditLock, isRepeat, refusalOf } from './refusals.ts';
import { SETTLE_MS } from './repeat-marks.ts';

const RANK = { absent: 0, saved: 1, submitted: 2, audited: 3 } as const;

/** One message on its way, with what we know of it. */
interface Journey {
  readonly message: VoucherMessage;
  receipt: Receipt;
  refusal: Refusal | null;
}

/** Saves, submits and audits, each message from where it stands to where it should be, and asks at the end what there is. */
export async function sendVouchers(
  client: KingdeeClient,
  messages: readonly VoucherMessage[],
  found: readonly Receipt[],
  signal: AbortSignal,
): Promise<Receipt[]> {
  const receiptOf = new Map(found.map((receipt) => [receipt.businessKey, receipt]));
  const journeys = messages.map((message): Journey => {
    const receipt = receiptOf.get(message.businessKey) ?? absent(message.businessKey);
    return { message, receipt, refusal: receipt.refusal ?? null };
  });
  const moved = [
    await saveAbsent(client, journeys, signal),
    await advance(client, journeys, { from: 'saved', to: 'submitted', operation: 'Submit' }, signal),
    await advance(client, journeys, { from: 'submitted', to: 'audited', operation: 'Audit' }, signal),
  ];
  if (moved.includes(true)) await confirm(client, journeys, signal);
  return journeys.map(({ receipt, refusal }) => (refusal === null ? receipt : { ...receipt, refusal }));
}

function absent(businessKey: string): Receipt {
  return { businessKey, state: 'absent', targetId: null, targetNumber: null };
}

async function saveAbsent(
  client: KingdeeClient,
  journeys: readonly Journey[],
  signal: AbortSignal,
): Promise<boolean> {
  const facts = await client.facts(signal);
  const sent: { journey: Journey; model: object }[] = [];
  for (const journey of journeys) {
    if (journey.refusal !== null || journey.receipt.state !== 'absent') continue;
    const encoded = encodeVoucher(journey.message, facts, client.settings);
    if (encoded.ok) sent.push({ journey, model: encoded.value });
    else journey.refusal = encoded.refusal;
  }
  if (sent.length === 0) return false;
  const keys = sent.map(({ journey }) => journey.message.businessKey);
  const data = {
    NeedUpDateFields: [],
    NeedReturnFields: [],
    IsDeleteEntry: 'true',
    SubSystemId: '',
    IsVerifyBaseDataField: 'true',
    ValidateFlag: 'true',
    NumberSearch: 'true',
    ValidateRepeatJson: 'true',
    ...client.repeats.markOf(keys, client.ports.now().getTime()),
    Model: sent.map(({ model }) => model),
  };
  const { successes, troubles } = await client.write('BatchSave', 'GL_VOUCHER', data, signal);
  const repeat = troubles.find(isRepeat);
  if (repeat) {
    client.repeats.note(keys, client.ports.now().getTime());
    throw repeatFault(repeat.message);
  }
  for (const { index, id } of successes) {
    const journey = sent[index]?.journey;
    if (journey) journey.receipt = { ...journey.receipt, state: 'saved', targetId: id };
  }
  noteTroubles(
    sent.map(({ journey }) => journey),
    troubles,
  );
  return true;
}

interface Stage {
  readonly from: 'saved' | 'submitted';
  readonly to: 'submitted' | 'audited';
  readonly operation: 'Submit' | 'Audit';
}

async function advance(
  client: KingdeeClient,
  journeys: readonly Journey[],
  { from, to, operation }: Stage,
  signal: AbortSignal,
): Promise<boolean> {
  const due = journeys.filter(
    ({ message, receipt, refusal }) =>
      refusal === null &&
      receipt.state === from &&
      receipt.targetId !== null &&
      RANK[message.until] >= RANK[to],
  );
  if (due.length === 0) return false;
  const Ids = due.map(({ receipt }) => receipt.targetId).join(',');
  const { successes, troubles } = await client.write(
    operation,
    'GL_VOUCHER',
    { Ids, NetworkCtrl: '' },
    signal,
  );
  const done = new Set(successes.map(({ id }) => id));
  for (const journey of due) {
    if (done.has(journey.receipt.targetId ?? '')) journey.receipt = { ...journey.receipt, state: to };
  }
  noteTroubles(due, troubles);
  return true;
}

/** Edit locks pass; whoever meets one stays where he is and is sent on his way again by the next attempt. */
function noteTroubles(journeys: readonly Journey[], troubles: readonly WriteTrouble[]): void {
  for (const trouble of troubles) {
    const journey = journeys[trouble.index];
    if (journey && !isEditLock(trouble)) journey.refusal = refusalOf(trouble);
  }
}

/**
 * What is there now is what counts. A voucher that got further than we know was moved by the copy of a repeated
 * request, and the refusal that its double met means nothing.
 */
async function confirm(
  client: KingdeeClient,
  journeys: readonly Journey[],
  signal: AbortSignal,
): Promise<void> {
  const keys = journeys.map(({ message }) => message.businessKey);
  const now = receiptsOf(keys, await findVouchers(client, keys, signal));
  for (const [at, journey] of journeys.entries()) {
    const receipt = now[at];
    if (!receipt) continue;
    if (receipt.refusal) journey.refusal = receipt.refusal;
    else if (RANK[receipt.state] > RANK[journey.receipt.state]) journey.refusal = null;
    journey.receipt = receipt;
  }
}

/** A body they have seen before: the first copy may still be at work, so we ask again later instead of sending. */
function repeatFault(answer: string): Fault {
  return new Fault('kingdee_repeat', {
    retry: { kind: 'wait', waitMs: SETTLE_MS },
    outcomeUnknown: true,
    params: { answer },
  });
}
