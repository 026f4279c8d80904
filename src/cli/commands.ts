import type { Command } from './command.ts';
import { simulate } from './simulate.ts';

/** Every command that stands on the services alone. `app` adds those that start processes. */
export const commands: readonly Command[] = [simulate];
