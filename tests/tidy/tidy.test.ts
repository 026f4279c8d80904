import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '#core/trouble/catalogue.ts';
import { readConsoleSources } from './console-source.ts';
import { codesAreListed, codesAreUsed, paramsAreGiven, textsAgree } from './rules/codes.ts';
import {
  componentsAreShort,
  consoleKnowsOnlyCore,
  pagesStandAlone,
  textsAreWords,
  wordsAreSaid,
} from './rules/console.ts';
import {
  connectorsStandAlone,
  importsGoDown,
  noCycles,
  noTwoWayFolders,
  pathsStayInside,
} from './rules/imports.ts';
import {
  consoleOnlyAtTheEdge,
  coreNeverWaits,
  environmentOnlyInApp,
  sqlOnlyInStorage,
  statusCodesOnlyInApi,
  urlsOnlyInClients,
} from './rules/places.ts';
import {
  areasAreMerged,
  citedDecisionsExist,
  foldersAreIntroduced,
  linksLead,
  lockIsComplete,
  nothingIsDead,
  readText,
} from './rules/project.ts';
import { filesAreShort, functionsAreShort, mediansAreSmall } from './rules/sizes.ts';
import {
  checkerIsNeverSilenced,
  exportsAreNamed,
  fileNames,
  noAssertedTypes,
  noEmptyWords,
  nothingUnfinished,
} from './rules/words.ts';
import { readSources } from './source.ts';

/** Says the rule, the fix and the places, and nothing of the stack: the trouble is not in this file. */
class Violated extends Error {
  constructor(name: string, fix: string, violations: readonly string[]) {
    super(name);
    this.stack = `${name}. ${fix}\n${violations.map((one) => `  ${one}`).join('\n')}`;
  }
}

const root = join(import.meta.dirname, '../..');
const sources = [...readSources(root), ...readConsoleSources(root)];
const codesOutsideTypeScript = readText(root, '{src/storage/**/*.sql,examples/**/*.yaml}').map(
  ({ text }) => text,
);

for (const rule of [
  importsGoDown,
  connectorsStandAlone,
  pathsStayInside,
  noCycles,
  noTwoWayFolders,
  coreNeverWaits,
  sqlOnlyInStorage,
  urlsOnlyInClients,
  statusCodesOnlyInApi,
  environmentOnlyInApp,
  consoleOnlyAtTheEdge,
  fileNames,
  exportsAreNamed,
  noEmptyWords,
  nothingUnfinished,
  checkerIsNeverSilenced,
  noAssertedTypes,
  filesAreShort,
  functionsAreShort,
  mediansAreSmall,
  codesAreListed(catalogue),
  codesAreUsed(catalogue, codesOutsideTypeScript),
  paramsAreGiven(catalogue),
  textsAgree(catalogue),
  areasAreMerged(root),
  foldersAreIntroduced(root),
  citedDecisionsExist(root),
  linksLead(root),
  lockIsComplete(root),
  nothingIsDead,
  consoleKnowsOnlyCore,
  pagesStandAlone,
  componentsAreShort,
  textsAreWords,
  wordsAreSaid(readText(root, 'console/src/api/paths.ts')[0]?.text ?? ''),
]) {
  test(`tidy: ${rule.name}`, () => {
    const violations = rule.check(sources);
    if (violations.length > 0) throw new Violated(rule.name, rule.fix, violations);
  });
}
