import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Proof {
  readonly holds: boolean;
  readonly text: string;
}

/** Runs the proof as a process of its own, which knows nothing of the hub. */
export function runProof(folder: string): Promise<Proof> {
  const program = fileURLToPath(new URL('../../../tools/prove/main.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [program, folder], (error, stdout, stderr) => {
      resolve({ holds: error === null, text: `${stdout}${stderr}`.trim() });
    });
  });
}
