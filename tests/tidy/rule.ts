import type { Source } from './source.ts';

/** What a rule found, and where: `src/a/b.ts:12: what is wrong`. */
export type Violation = string;

/** A house rule as a test. `fix` is what the reader does next. */
export interface Rule {
  readonly name: string;
  readonly fix: string;
  check(sources: readonly Source[]): Violation[];
}

/** A rule that looks at one file at a time. */
export function eachSource(
  rule: Omit<Rule, 'check'> & {
    readonly of?: (source: Source) => boolean;
    readonly check: (source: Source) => readonly { readonly line: number; readonly what: string }[];
  },
): Rule {
  return {
    name: rule.name,
    fix: rule.fix,
    check: (sources) =>
      sources
        .filter((source) => rule.of?.(source) ?? true)
        .flatMap((source) => rule.check(source).map(({ line, what }) => `${source.path}:${line}: ${what}`)),
  };
}

export const isProduct = ({ path, isTest }: Source): boolean => path.startsWith('src/') && !isTest;
export const isUnder = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`src/${folder}/`));
