import { RefusalError } from '#core/trouble/trouble.ts';

/** Called in a way that cannot be meant: exit code 2. */
export class UsageError extends RefusalError {}

/** What the user typed after the command's name, read by name. A wrong value is a usage error that names its option. */
export class Input {
  readonly #takes: Readonly<Record<string, string | undefined>>;
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(
    takes: Readonly<Record<string, string | undefined>>,
    options: Readonly<Record<string, unknown>>,
  ) {
    this.#takes = takes;
    this.#options = options;
  }

  /** An argument that must be there; commander has made sure of it. */
  argument(name: string): string {
    return this.#takes[name] ?? '';
  }

  flag(name: string): boolean {
    return this.#options[name] === true;
  }

  text(name: string): string | null {
    const value = this.#options[name] ?? this.#takes[name];
    return typeof value === 'string' ? value : null;
  }

  list(name: string): readonly string[] {
    const value = this.#options[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** A whole number, zero or more. */
  integer(name: string): number | null {
    const text = this.text(name);
    if (text === null) return null;
    if (!/^\d{1,15}$/.test(text)) throw usage('cli_number_expected', name, text);
    return Number(text);
  }
}

/** An id as people type it. */
export function idOf(text: string, at: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw usage('cli_number_expected', at, text);
  return BigInt(text);
}

function usage(code: string, at: string, text: string): UsageError {
  return new UsageError({ code, at, params: { text } });
}
