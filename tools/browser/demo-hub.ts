import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/app/main.ts');
const SET_UP_LINK = /https?:\/\/\S+\/set-up#\S+/;

export interface DemoHub {
  readonly setUpUrl: string;
  stop(): Promise<void>;
}

/** The demo, played to its end in a folder of its own: a hub full of believable records. Some tens of seconds. */
export async function startDemoHub(): Promise<DemoHub> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-pictures-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, 'demo'], {
    env: { ...process.env, TONGZHANG_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isStopping = false;
  child.once('exit', (code, signal) => {
    if (!isStopping) console.error(`the demo ended by itself: ${code ?? signal}`);
  });
  const stop = async () => {
    isStopping = true;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { setUpUrl: await readLink(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readLink(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    const link = SET_UP_LINK.exec(said)?.[0];
    if (link !== undefined) {
      child.stdout!.resume();
      return link;
    }
  }
  throw new Error(`the demo ended without a link: ${said.slice(-500)}`);
}
