import { eachSource, isUnder, type Rule } from '../rule.ts';
import type { Source } from '../source.ts';

const FLOORS: Readonly<Record<string, number>> = {
  core: 0,
  storage: 1,
  connectors: 1,
  access: 2,
  pipeline: 2,
  processes: 3,
  api: 4,
  cli: 4,
  app: 5,
};

const inSrc = ({ path }: Source) => path.startsWith('src/');

export const importsGoDown = eachSource({
  name: 'imports go down, never sideways',
  fix: 'Move what both need to a lower floor, or have src/app hand it in as a plain function.',
  of: inSrc,
  check: ({ path, imports }) =>
    imports.flatMap(({ target, line }) => {
      const problem = target === null ? null : judgeStep(folderOf(path), target);
      return problem === null ? [] : [{ line, what: problem }];
    }),
});

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function judgeStep(from: string, target: string): string | null {
  if (!target.startsWith('src/')) return `src does not import ${target}`;
  const to = folderOf(target);
  const floors = [FLOORS[from], FLOORS[to]];
  if (floors[0] === undefined || floors[1] === undefined) return `${from} → ${to}: a folder without a floor`;
  return from === to || floors[1] < floors[0] ? null : `${from} must not import ${to}`;
}

export const connectorsStandAlone = eachSource({
  name: 'a connector knows only core and the kit, and only app knows connectors',
  fix: 'Put what connectors share into src/connectors/kit; take a connector through the list that src/app hands down.',
  of: inSrc,
  check: ({ path, imports }) =>
    imports.flatMap(({ target, line }) => {
      const other = /^src\/connectors\/([^/]+)\//.exec(target ?? '')?.[1];
      if (other === undefined || other === 'kit') return [];
      const isOwn = path.startsWith(`src/connectors/${other}/`);
      return isOwn || isUnder(path, 'app') ? [] : [{ line, what: `imports the connector ${other}` }];
    }),
});

export const pathsStayInside = eachSource({
  name: 'no path climbs out of its folder',
  fix: "Write './x.ts' inside a folder and '#folder/x.ts' across folders.",
  of: inSrc,
  check: ({ imports }) =>
    imports
      .filter(({ specifier }) => specifier.includes('../'))
      .map(({ specifier, line }) => ({ line, what: specifier })),
});

export const noCycles: Rule = {
  name: 'no import cycles',
  fix: 'Move what both files need into a third file that imports neither.',
  check: (sources) => findCycles(graphOf(sources, (path) => path)),
};

export const noTwoWayFolders: Rule = {
  name: 'no two folders import each other',
  fix: 'Decide which folder is the lower one and move the shared part there.',
  check: (sources) => {
    const product = sources.filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
    const graph = graphOf(product, (path) => path.replace(/\/[^/]+$/, ''));
    return [...graph].flatMap(([from, targets]) =>
      [...targets]
        // A folder inside another is part of it.
        .filter((to) => from < to && !to.startsWith(`${from}/`) && graph.get(to)?.has(from))
        .map((to) => `${from} ↔ ${to}`),
    );
  },
};

/** Value imports only: types vanish before anything runs. */
function graphOf(sources: readonly Source[], nameOf: (path: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const targets = graph.get(nameOf(path)) ?? new Set();
    graph.set(nameOf(path), targets);
    for (const { target, isValue } of imports) {
      if (isValue && target !== null && nameOf(target) !== nameOf(path)) targets.add(nameOf(target));
    }
  }
  return graph;
}

function findCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (name: string, trail: readonly string[]) => {
    const seenAt = trail.indexOf(name);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), name].join(' → '));
    if (seenAt >= 0 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return cycles;
}
