import { userInfo } from 'node:os';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { CommandContext } from '#cli/command.ts';
import { commands } from '#cli/commands.ts';
import { languageOf, runProgram } from '#cli/program.ts';
import { readCommandConfig, readLanguage } from './config.ts';
import { connectors, simulators } from './connectors.ts';
import { demo } from './demo/demo-command.ts';
import { openServices, type Services } from './hub.ts';
import { rotateKeyCommand } from './rotate-key.ts';
import { runWorker } from './run-worker.ts';
import { start } from './start.ts';
import { stopSignal } from './stop-signal.ts';

const args = process.argv.slice(2);
const signal = stopSignal();
const language = languageOf(args, readLanguage());
const opened: Promise<Services>[] = [];

// `tongzhang … | head`: whoever closes the pipe has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const contextOf = (json: boolean): CommandContext => ({
  language,
  json,
  actor: `cli:${userName()}`,
  signal,
  sleep: async (ms, stop) => sleepFor(ms, undefined, stop ? { signal: stop } : {}),
  connectors,
  simulators,
  services: openOnce,
  write: (text) => process.stdout.write(text),
  progress: json ? () => undefined : showProgress,
});

try {
  process.exitCode = await runProgram(
    {
      commands: [start, demo, runWorker, ...commands, rotateKeyCommand],
      language,
      contextOf,
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
    },
    args,
  );
} finally {
  showProgress('');
  await Promise.allSettled(opened.map(async (services) => (await services).close()));
}

function openOnce(): Promise<Services> {
  const [known] = opened;
  if (known) return known;
  const services = openServices(readCommandConfig());
  opened.push(services);
  return services;
}

/** One line that is written over; nothing where nobody watches. */
function showProgress(text: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

/** A container may run us as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
