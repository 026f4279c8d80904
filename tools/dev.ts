/** `npm run dev`: the hub, restarted when its sources change, and the console with live reload before it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** People come in by the console with live reload (console/vite.config.ts), so links lead there. */
const env = { TONGZHANG_PUBLIC_URL: 'http://127.0.0.1:7071', ...process.env };
const run = (...args: string[]) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });

const children: ChildProcess[] = [
  run(
    '--disable-warning=ExperimentalWarning',
    '--watch',
    'src/app/main.ts',
    'start',
    ...process.argv.slice(2),
  ),
  run('node_modules/vite/bin/vite.js', 'console', '--clearScreen', 'false'),
];
const stop = () => children.forEach((child) => void child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

await Promise.race(children.map((child) => once(child, 'exit')));
stop();
