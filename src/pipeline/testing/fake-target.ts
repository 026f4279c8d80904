import { type Connector, defineConnector, type Receipt } from '#connectors/kit/connector.ts';
import { defineSettings } from '#connectors/kit/settings-schema.ts';
import { Fault } from '#core/trouble/trouble.ts';

/**
 * How the target takes the next call:
 * `lost` does it and loses the answer, `down` does nothing, `half` saves without auditing, `hang` never answers.
 */
export type Mood =
  | 'lost'
  | 'down'
  | 'throttled'
  | 'session'
  | 'revoked'
  | 'refuses'
  | 'half'
  | 'hang'
  | 'bug';

/** An outside system in memory, which tells what it was asked and can be told to fail. */
export interface FakeTarget {
  readonly connector: Connector;
  /** In order: `ask K`, `send K`, `tell …`. */
  readonly heard: string[];
  /** One for each of the next calls; then it behaves. */
  readonly moods: Mood[];
  /** Business key → how often it was saved. */
  readonly saved: Map<string, number>;
  /** Runs after the target has saved and before it answers: where a test lets others come in between. */
  during: (() => Promise<void>) | null;
}

const title = { zh: '目标', en: 'Target', ja: '送信先' };

const FAULTS: Partial<Record<Mood, () => Fault>> = {
  lost: () => new Fault('connection_lost', { retry: { kind: 'retry' }, outcomeUnknown: true }),
  down: () => new Fault('target_unreachable', { retry: { kind: 'retry' } }),
  throttled: () => new Fault('throttled', { retry: { kind: 'wait', waitMs: 7_000 } }),
  session: () => new Fault('session_lost', { retry: { kind: 'reconnect' } }),
  revoked: () =>
    new Fault('credentials_refused', { retry: { kind: 'never' }, params: { answer: 'revoked' } }),
};

export function fakeTarget(name: string): FakeTarget {
  const target: Pick<FakeTarget, 'during'> = { during: null };
  const heard: string[] = [];
  const moods: Mood[] = [];
  const saved = new Map<string, number>();
  const send = async (keys: readonly string[], signal: AbortSignal): Promise<Receipt[]> => {
    heard.push(`send ${keys.join(' ')}`);
    const mood = moods.shift();
    if (mood === 'hang') await new Promise((_, reject) => signal.addEventListener('abort', reject));
    if (mood === 'bug') throw new Error('bug: the target fell over');
    if (mood === 'refuses') return keys.map((key) => receipt(key, 'absent', true));
    const isDone = mood === undefined || mood === 'lost' || mood === 'half';
    if (isDone) for (const key of keys) saved.set(key, (saved.get(key) ?? 0) + 1);
    await target.during?.();
    const fault = mood && FAULTS[mood]?.();
    if (fault) throw fault;
    return keys.map((key) => receipt(key, mood === 'half' ? 'saved' : 'audited'));
  };
  const connector = defineConnector<unknown, object>({
    name,
    title,
    settings: defineSettings({}),
    connect: () => ({}),
    // Never asked to wait in a test.
    perSecondMax: 1_000_000,
    deliver: {
      voucher: {
        batchSizeMax: 10,
        settleMs: 30_000,
        find: async (_, keys) => {
          heard.push(`ask ${keys.join(' ')}`);
          return keys.map((key) => receipt(key, saved.has(key) ? 'audited' : 'absent'));
        },
        send: async (_, messages, found, signal) => {
          const there = new Set(
            found.filter(({ state }) => state === 'audited').map((one) => one.businessKey),
          );
          const missing = messages.map(({ businessKey }) => businessKey).filter((key) => !there.has(key));
          const sent = missing.length > 0 ? await send(missing, signal) : [];
          return [...found.filter(({ state }) => state === 'audited'), ...sent];
        },
      },
      writeBack: {
        batchSizeMax: 10,
        settleMs: 0,
        find: async (_, keys) => keys.map((key) => receipt(key, 'absent')),
        send: async (_, messages) => {
          for (const { externalId, status, text } of messages)
            heard.push(`tell ${externalId} ${status}: ${text}`);
          return messages.map(({ businessKey }) => receipt(businessKey, 'saved'));
        },
      },
    },
  });
  return Object.assign(target, { connector: connector as Connector, heard, moods, saved });
}

function receipt(businessKey: string, state: Receipt['state'], isRefused = false): Receipt {
  return {
    businessKey,
    state,
    targetId: state === 'absent' ? null : `id-${businessKey}`,
    targetNumber: state === 'absent' ? null : `T-${businessKey.split('-').at(-1)}`,
    ...(isRefused ? { refusal: { code: 'permission_refused' } } : {}),
  };
}
