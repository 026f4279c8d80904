import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { findUnlocked } from '../../../tools/complete-lock.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

/** Rules about the project as a folder: documents, decisions, the lock file, dead code. */

export function readText(root: string, pattern: string): { path: string; text: string }[] {
  return globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(root, path), 'utf8') }));
}

const README_LINES_MAX = 20;

export function foldersAreIntroduced(root: string): Rule {
  return {
    name: `every folder under src has a README of at most ${README_LINES_MAX} lines`,
    fix: 'Say what the folder is for, what it may import, and which file to open first.',
    check: (sources) => {
      const folders = new Set(
        sources.map(({ path }) => /^src\/[^/]+/.exec(path)?.[0]).filter((name) => name !== undefined),
      );
      return [...folders].flatMap((folder) => {
        const [readme] = readText(root, `${folder}/README.md`);
        if (readme === undefined) return [`${folder}: no README.md`];
        const lines = readme.text.trimEnd().split('\n').length;
        return lines > README_LINES_MAX ? [`${readme.path}: ${lines} lines`] : [];
      });
    },
  };
}

const DECISION_LINES_MAX = 40;

export function citedDecisionsExist(root: string): Rule {
  return {
    name: 'cited decisions exist, and are short',
    fix: `Write docs/decisions/NNNN-*.md (at most ${DECISION_LINES_MAX} lines: context, decision, evidence, consequences).`,
    check: (sources) => {
      const decisions = readText(root, 'docs/decisions/*.md');
      const numbers = new Set(decisions.map(({ path }) => Number(/\/(\d{4})-/.exec(path)?.[1])));
      const cited = [
        ...sources.flatMap(({ path, comments }) => comments.map(({ text }) => ({ path, text }))),
        ...readText(
          root,
          '{README.md,CONTRIBUTING.md,docs/**/*.md,src/**/*.md,src/**/*.sql,examples/**/*.md}',
        ),
      ];
      return [
        ...cited.flatMap((place) => unknownDecisions(place, numbers)),
        ...decisions.filter(isLong).map(({ path }) => path),
      ];
    },
  };
}

export function unknownDecisions(
  place: { path: string; text: string },
  numbers: ReadonlySet<number>,
): string[] {
  return [...place.text.matchAll(/\bdecisions? (\d{1,4})\b/gi)]
    .filter((match) => !numbers.has(Number(match[1])))
    .map((match) => `${place.path}: ${match[0]}`);
}

function isLong({ text }: { text: string }): boolean {
  return text.trimEnd().split('\n').length > DECISION_LINES_MAX;
}

export function linksLead(root: string): Rule {
  return {
    name: 'links in documents lead somewhere',
    fix: 'Correct the path, or delete the link.',
    check: () =>
      readText(root, '{*.md,docs/**/*.md,src/**/*.md,examples/**/*.md}').flatMap(({ path, text }) =>
        [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
          .map((match) => match[1] ?? '')
          .filter(
            (link) => !/^[a-z]+:/.test(link) && !existsSync(posix.join(root, posix.dirname(path), link)),
          )
          .map((link) => `${path}: ${link}`),
      ),
  };
}

export function areasAreMerged(root: string): Rule {
  return {
    name: 'every file of messages is part of the catalogue',
    fix: 'Import it in src/core/trouble/catalogue.ts and add it to AREAS.',
    check: (sources) => {
      const catalogue = sources.find(({ path }) => path === 'src/core/trouble/catalogue.ts');
      const merged = new Set(catalogue?.imports.map(({ target }) => target));
      return readText(root, 'src/core/trouble/messages/*.ts')
        .map(({ path }) => path)
        .filter((path) => !path.endsWith('.test.ts') && !merged.has(path));
    },
  };
}

export function lockIsComplete(root: string): Rule {
  return {
    name: 'package-lock.json pins every optional dependency',
    fix: 'Run `npm run generate`: without these entries `npm ci` fails on every machine.',
    check: () => findUnlocked(JSON.parse(readFileSync(posix.join(root, 'package-lock.json'), 'utf8'))),
  };
}

export const nothingIsDead: Rule = {
  name: 'every export is used somewhere else',
  fix: 'Delete it, or drop `export` when only its own file needs it.',
  check: (sources) => {
    const words = new Map(sources.map(({ path, text }) => [path, new Set(text.match(/\w+/g))]));
    return sources
      .filter(({ path, isTest }) => /^(console\/)?src\//.test(path) && !isTest)
      .flatMap((source) =>
        exportedValues(source)
          .filter((name) => !sources.some(({ path }) => path !== source.path && words.get(path)?.has(name)))
          .map((name) => `${source.path}: ${name}`),
      );
  },
};

function exportedValues({ nodes }: Source): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    const { declaration } = node;
    if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  });
}
