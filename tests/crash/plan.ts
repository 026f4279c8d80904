import { type Dice, makeDice } from '#app/dice.ts';

/** Everything that one seed decides. The same seed plans the same; only the machine's own timing differs. */
export interface Plan {
  readonly seed: number;
  readonly orderCount: number;
  readonly workerCount: number;
  /** Instants after the start, in milliseconds, at which one worker is killed. The first falls into quiet times. */
  readonly killsAtMs: readonly number[];
  readonly restartsAtMs: readonly number[];
  /** In troubled times the answer to the nth call of a service never arrives: everyone is killed while it is on its way. */
  readonly moments: readonly Moment[];
  /** As the hub's configuration takes them: `point=probability,…`. */
  readonly pausePoints: string;
  readonly kingdeeFaults: Faults;
  readonly shopFaults: Faults;
  /** Newer Kingdee refuses the very body it has seen before; an older one takes it twice, and asking first is all there is. */
  readonly hasRepeatGuard: boolean;
  /** How many requests reach Kingdee late, and how late at most. Their sender may be dead by then. */
  readonly holdRate: number;
}

export type Faults = Readonly<Record<string, number>>;

export interface Moment {
  readonly service: 'BatchSave' | 'Submit';
  readonly nth: number;
}

/** Orders come in all the time until the end; the outside is well-behaved before `troubleAtMs` and after `endAtMs`. */
export const TIMELINE = { tickMs: 100, quietKillAtMs: 1_100, troubleAtMs: 2_300, endAtMs: 5_300 } as const;

/**
 * How long the hub waits. A claim is taken over once call and settle time are over, so a request may be held back for
 * less than the settle time: that is the promise a target makes (Decision 7).
 */
export const PATIENCE = { callTimeoutMs: 1_500, settleMs: 700, holdMsMax: 600, lateMs: 800 } as const;

const PAUSE_POINTS = [
  'before-record-save',
  'after-record-save',
  'before-commit',
  'after-commit',
  'delivery-claimed',
  'target-asked',
  'target-answered',
] as const;

const WIRE_FAULTS = ['late', 'twice', 'lost-answer', 'throttle-429', 'server-error-500', 'html-502'];
const KINGDEE_FAULTS = [
  ...WIRE_FAULTS,
  'session-lost',
  'edit-lock',
  'throttle-msgcode-14',
  'response-error-text',
];
const SHOP_FAULTS = [...WIRE_FAULTS, 'truncated-json', 'duplicate-page', 'stale-cursor', 'out-of-order'];

/** The plan of a seed. */
export function makePlan(seed: number): Plan {
  const dice = makeDice(seed * 7_919 + 17);
  const hasRepeatGuard = dice.chance(0.5);
  // Against somebody on the way who repeats requests, only the target itself can help.
  const kingdeeFaults = KINGDEE_FAULTS.filter((fault) => hasRepeatGuard || fault !== 'twice');
  const inTrouble = () => dice.whole(TIMELINE.troubleAtMs, TIMELINE.endAtMs - 200);
  return {
    seed,
    orderCount: dice.whole(220, 320),
    workerCount: dice.chance(0.25) ? 3 : 2,
    killsAtMs: [TIMELINE.quietKillAtMs, ...times(dice.whole(1, 3), inTrouble)].sort((a, b) => a - b),
    restartsAtMs: times(dice.chance(0.3) ? 2 : 1, inTrouble).sort((a, b) => a - b),
    moments: drawMoments(dice),
    pausePoints: dice
      .shuffle(PAUSE_POINTS)
      .slice(0, dice.whole(1, 3))
      .map((point) => `${point}=${dice.pick([0.1, 0.2, 0.3])}`)
      .join(','),
    hasRepeatGuard,
    kingdeeFaults: drawFaults(dice, kingdeeFaults, [0.03, 0.06, 0.12]),
    shopFaults: drawFaults(dice, SHOP_FAULTS, [0.01, 0.02, 0.04]),
    holdRate: dice.pick([0, 0.15, 0.3]),
  };
}

function drawMoments(dice: Dice): Moment[] {
  const services = dice.pick([['Submit'], ['BatchSave'], ['BatchSave', 'Submit']] as const);
  return services.map((service) => ({ service, nth: dice.whole(1, 2) }));
}

function drawFaults(dice: Dice, names: readonly string[], rates: readonly number[]): Faults {
  const chosen = dice.shuffle(names).slice(0, dice.whole(3, 6));
  return Object.fromEntries(chosen.map((name) => [name, dice.pick(rates)]));
}

function times<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}
