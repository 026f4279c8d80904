import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import {
  assertNoSecret,
  connectWith,
  contractPorts,
  faultsOf,
  type Subject,
  withBench,
} from './contract-subject.ts';

/** Errors come out as what they are, and no secret comes out at all. */
export function errorTests<Settings, Client>(
  contract: Subject<Settings, Client>,
  /** The smallest use of the connection: one question, or one page. */
  use: (client: Client) => Promise<void>,
): void {
  const spoil = contract.wrongCredentials;
  if (spoil) {
    test('wrong credentials are a refusal, not something to retry', () =>
      withBench(contract, async (bench) => {
        const input = spoil(contract.settings(bench.running));
        const error = await errorOf(async () => {
          const client = await connectWith(contract.connector, input, contractPorts(bench.logged));
          await use(client);
        });
        const isFinal =
          error instanceof RefusalError || (error instanceof Fault && error.retry.kind === 'never');
        assert.ok(isFinal, `a refusal, or a fault never to retry, instead of ${String(error)}`);
        assertNoSecret(bench, describeError(error), 'the error');
      }));
  }

  test('a system that is switched off is a fault to retry with a known outcome', () =>
    withBench(contract, async (bench) => {
      await bench.running.close();
      const error = await errorOf(() => use(bench.client));
      assert.ok(error instanceof Fault, String(error));
      assert.equal(error.retry.kind, 'retry');
      assert.equal(error.outcomeUnknown, false);
    }));

  for (const fault of faultsOf(contract)) {
    const kinds = kindsOf(fault);
    if (kinds.length === 0) continue;
    test(`"${fault}" all the time comes out as ${kinds.join(' or ')}`, () =>
      withBench(contract, async (bench) => {
        bench.setFaults({ [fault]: 1 });
        const error = await errorOf(() => use(bench.client));
        assert.ok(error instanceof Fault, String(error));
        assert.ok(kinds.includes(error.retry.kind), `${error.code} says ${error.retry.kind}`);
        assertNoSecret(bench, describeError(error), 'the error');
      }));
  }

  test('no secret is ever logged', () =>
    withBench(contract, async (bench) => {
      await use(bench.client);
      bench.setFaults(Object.fromEntries(faultsOf(contract).map((fault) => [fault, 0.2])));
      for (let call = 0; call < 10; call += 1) await errorOf(() => use(bench.client));
      assert.ok(bench.logged.length > 0, 'the connector logs its requests');
      assertNoSecret(bench, bench.logged, 'the log');
    }));
}

/** What a fault must come out as, by its name. */
function kindsOf(fault: string): readonly Fault['retry']['kind'][] {
  if (fault.startsWith('throttle')) return ['wait'];
  if (/^(server-error|html|lost-answer|late)/.test(fault)) return ['retry', 'wait'];
  return [];
}

async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const params = error instanceof Fault ? error.params : error instanceof RefusalError ? error.refusal : {};
  return [error.message, error.stack, JSON.stringify(params), describeError(error.cause ?? '')].join('\n');
}
