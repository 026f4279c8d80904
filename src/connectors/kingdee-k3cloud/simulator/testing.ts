/** What the tests of this folder share: a world in memory and calls on it without a wire. */
import { readCall } from './dialect.ts';
import { runOperation } from './life.ts';
import { save } from './save.ts';
import { loadSeed, type Seed } from './seed-file.ts';
import { World } from './world.ts';

const VISITOR = { user: 'demo', org: '100' };

export function freshWorld(seed: Partial<Seed> = {}, store?: string): World {
  return new World({ ...loadSeed(undefined), ...seed }, store);
}

export function saveIn(world: World, service: string, data: object, form = 'GL_VOUCHER'): string {
  const call = readCall(service, JSON.stringify({ formid: form, data }));
  if (!call) throw new Error('not a call');
  const answer = JSON.stringify(save(world, call, VISITOR));
  world.flush();
  return answer;
}

export function operateIn(world: World, operation: string, data: object, form = 'GL_VOUCHER'): string {
  const call = readCall(operation, JSON.stringify({ formid: form, data }));
  if (!call) throw new Error('not a call');
  const answer = JSON.stringify(runOperation(world, call, operation));
  world.flush();
  return answer;
}

/** A balanced voucher of two lines, with what the test changes. */
export function voucherModel(changes: object = {}, entryChanges: readonly object[] = []): object {
  const entries = [
    { FEXPLANATION: 'sale', FACCOUNTID: { FNumber: '1002' }, FAMOUNTFOR: 113, FDEBIT: 113 },
    { FEXPLANATION: 'sale', FACCOUNTID: { FNumber: '6001' }, FAMOUNTFOR: 113, FCREDIT: 113 },
  ];
  return {
    FVOUCHERID: 0,
    FAccountBookID: { FNumber: '001' },
    FDate: '2026-01-31',
    FVOUCHERGROUPID: { FNumber: 'PRE001' },
    FEntity: entries.map((entry, at) => ({ ...entry, ...entryChanges[at] })),
    ...changes,
  };
}

/** The messages of an answer; empty when it succeeded. */
export function messagesOf(answer: string): string {
  return [...answer.matchAll(/"Message":"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => match[1]?.replaceAll('\\"', '"'))
    .join('; ');
}

export function idOf(answer: string): number {
  return Number(/"Id":(\d+)/.exec(answer)?.[1] ?? 0);
}
