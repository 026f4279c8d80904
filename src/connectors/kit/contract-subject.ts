import assert from 'node:assert/strict';
import type { Connector, Ports, RunningSimulator, Simulator, SimulatorOptions } from './connector.ts';
import { secretsOf } from './secrets.ts';
import { seededRandom } from './simulator-server.ts';

/** How long the fault `late` holds an answer back in the suite. Give the connection a timeout well below it. */
export const LATE_MS = 400;

/** Who is examined: a connector, its simulator, and how the one is pointed at the other. */
export interface Subject<Settings, Client> {
  readonly connector: Connector<Settings, Client>;
  readonly simulator: Simulator;
  /** Beside the suite's own: a seed file, a store. */
  readonly start?: SimulatorOptions;
  /** Settings (before `parse`) of a connection to the running simulator; its timeout must be well below `LATE_MS`. */
  settings(running: RunningSimulator): Record<string, unknown>;
  /** The same settings with credentials that are not accepted. Absent: the system needs none. */
  wrongCredentials?(settings: Record<string, unknown>): Record<string, unknown>;
  /** Faults to try; default: every fault the simulator knows. */
  readonly faults?: readonly string[];
}

/** A simulator that runs, one connection to it, and everything the connector logged. */
export interface Bench<Client> {
  readonly running: RunningSimulator;
  readonly client: Client;
  readonly logged: unknown[];
  readonly secrets: readonly string[];
  /** A further connection, as after a restart of the process. */
  reconnect(): Promise<Client>;
  setFaults(faults: Readonly<Record<string, number>>): void;
}

/** Waits are cut to a few milliseconds: the suite checks what is asked for, not how long it takes. */
export function contractPorts(logged: unknown[]): Ports {
  return {
    fetch,
    now: () => new Date(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    random: seededRandom(7),
    log: (event, details) => logged.push({ event, ...details }),
  };
}

/** Runs `work` with a fresh simulator and connection, and closes both whatever happens. */
export async function withBench<Settings, Client>(
  subject: Subject<Settings, Client>,
  work: (bench: Bench<Client>) => Promise<void>,
): Promise<void> {
  const running = await subject.simulator.start({ lateMs: LATE_MS, seed: 11, ...subject.start });
  const logged: unknown[] = [];
  const clients: Client[] = [];
  const input = subject.settings(running);
  const reconnect = async () => {
    const client = await connectWith(subject.connector, input, contractPorts(logged));
    clients.push(client);
    return client;
  };
  try {
    await work({
      running,
      client: await reconnect(),
      logged,
      secrets: secretsOf(subject.connector.settings, input),
      reconnect,
      setFaults(faults) {
        assert.ok(running.setFaults, 'the simulator can change its faults while it runs');
        running.setFaults(faults);
      },
    });
  } finally {
    for (const client of clients) await subject.connector.close?.(client);
    await running.close();
  }
}

/** Parses the settings as the product does, then connects. */
export async function connectWith<Settings, Client>(
  connector: Connector<Settings, Client>,
  input: Record<string, unknown>,
  ports: Ports,
): Promise<Client> {
  const settings = connector.settings.parse(input);
  assert.ok(settings.ok, settings.ok ? '' : `settings: ${settings.refusal.code} at ${settings.refusal.at}`);
  return await connector.connect(settings.value, ports);
}

/** Every fault to examine. */
export function faultsOf(subject: Pick<Subject<never, never>, 'faults' | 'simulator'>): readonly string[] {
  return subject.faults ?? Object.keys(subject.simulator.faults);
}

/** Fails when a secret of the connection can be read in what is given. */
export function assertNoSecret(bench: Pick<Bench<unknown>, 'secrets'>, seen: unknown, where: string): void {
  const text = typeof seen === 'string' ? seen : JSON.stringify(seen);
  for (const secret of bench.secrets) {
    if (secret.length < 4) continue;
    assert.ok(!text.includes(secret), `a secret of the connection appears in ${where}`);
    assert.ok(!text.includes(encodeURIComponent(secret)), `a secret of the connection appears in ${where}`);
  }
}
