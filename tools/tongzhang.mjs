#!/usr/bin/env node
import { projectFile, runPinned } from './bootstrap.mjs';

runPinned([projectFile('src/app/main.ts'), ...process.argv.slice(2)]);
