#!/usr/bin/env node
import { projectFile, runPinned, runPinnedFirst } from './bootstrap.mjs';

const args = process.argv.slice(2);
const opensConsole = (args[0] === 'start' || args[0] === 'demo') && !args.includes('--help');
if (opensConsole) runPinnedFirst([projectFile('tools/build-console.ts'), '--if-stale']);

// A hub that streams millions of rows is mostly young garbage: a small nursery keeps it 90 MiB leaner at the same speed, and
// an old generation that is collected at three times what lives in it another 90 MiB, at a twentieth of the speed.
runPinned([
  '--max-semi-space-size=16',
  '--heap-growing-percent=200',
  projectFile('src/app/main.ts'),
  ...args,
]);
