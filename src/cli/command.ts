import type { Connector, Simulator } from '#connectors/kit/connector.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import type { Checkpointer } from '#pipeline/audit/checkpointer.ts';
import type { Connections } from '#pipeline/connections.ts';
import type { BookCache } from '#pipeline/post/book-cache.ts';
import type { Database } from '#storage/database.ts';
import type { Input } from './input.ts';

/** What a command works on; opened when the first command asks and closed by whoever started the process. */
export interface CommandServices {
  readonly database: Database;
  readonly connections: Connections;
  readonly cache: BookCache;
  readonly checkpointer: Pick<Checkpointer, 'folder' | 'make' | 'verifierKeys'>;
  readonly now: () => Date;
  readonly today: () => string;
  /** Where the hub answers, for links: as it said when it started, else where it would. */
  readonly hubUrl: () => Promise<string>;
}

/** Where a command stands: who calls, in which language, what it may use. Handed in by `app`. */
export interface CommandContext {
  readonly language: Language;
  readonly json: boolean;
  /** As it stands in the audit log, e.g. `cli:lin`. */
  readonly actor: string;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly connectors: readonly Connector[];
  readonly simulators: readonly Simulator[];
  readonly services: () => Promise<CommandServices>;
  /** Writes to stdout. */
  readonly write: (text: string) => void;
  /** Tells a person how far it is: stderr, on one line where that is a terminal; nothing with `--json`. */
  readonly progress: (text: string) => void;
}

/** What a command says in the end: a value for programs and its text for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** False: it was done, and what it found is not well; exit code 1. Default true. */
  readonly ok?: boolean;
}

export interface CommandOption {
  /** As commander reads it: `--port <n>`, `--repair`. */
  readonly flags: string;
  readonly describe: Text;
  /** May be given several times. */
  readonly repeats?: boolean;
}

/** One command of the command line. */
export interface Command {
  /** One word, or group and word: `flow check`. */
  readonly name: string;
  readonly describe: Text;
  /** `<must>` or `[may]`, each with what it is. */
  readonly takes?: readonly { readonly name: string; readonly describe: Text }[];
  readonly options?: readonly CommandOption[];
  run(context: CommandContext, input: Input): Promise<Answer | null>;
}
