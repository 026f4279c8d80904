import Type from 'typebox';
import { CodeSuggestion } from '#api/flows/crosswalk-pairs.ts';
import { ok } from '#api/http/answer.ts';
import { tell } from '#api/http/problem.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Finding, Id, orNull, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { findingCovers } from '#api/seen.ts';
import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { suggestCodes } from '#core/mapping/suggest-codes.ts';
import { findRepairs, type Repair } from '#core/repairs/find-repairs.ts';
import { type Candidates, crosswalkCandidates, wordsBeside } from '#pipeline/flows/code-candidates.ts';
import type { Tx } from '#storage/database.ts';
import { type ExceptionRow, findException } from '#storage/exceptions.ts';
import { findFlowVersion } from '#storage/flows.ts';
import { findRecord } from '#storage/records.ts';
import { missingException } from './exception-body.ts';

const REPAIR_KINDS = [
  'crosswalk',
  'dimension-value',
  'account',
  'period',
  'year',
  'rate',
  'correct',
  'flow',
  'release',
  'dismiss',
] as const;

const RepairBody = Type.Object(
  {
    kind: Type.Union(REPAIR_KINDS.map((kind) => Type.Literal(kind))),
    crosswalk: Type.Optional(Type.String()),
    from: Type.Optional(Type.String({ description: 'Their code' })),
    field: Type.Optional(Type.String({ description: 'The field that the crosswalk fills' })),
    dimension: Type.Optional(orNull(Type.String({ description: 'Whose values the codes of ours are' }))),
    code: Type.Optional(Type.String({ description: 'Of the dimension value' })),
    account: Type.Optional(Type.String()),
    period: Type.Optional(Type.String()),
    currency: Type.Optional(Type.String()),
    type: Type.Optional(Type.String({ description: 'Of the rate' })),
    date: Type.Optional(Type.String({ description: 'Of the rate, or without a period' })),
    place: Type.Optional(Type.String({ description: 'The field to correct: lines[2].sku' })),
    request: Type.Object(
      { method: Type.String(), path: Type.String(), permission: Type.String() },
      { description: 'What does it' },
    ),
    suggestions: Type.Optional(Type.Array(CodeSuggestion)),
  },
  { $id: 'Repair', description: 'Which members there are depends on the kind' },
);

export const getExceptionHelp = defineRoute({
  method: 'GET',
  path: '/exceptions/{exception}/help',
  summary: 'Say what could put an exception right: the very row, account, period or field, with suggestions',
  tag: 'Exceptions',
  permission: 'exceptions:read',
  scope: 'named',
  params: exactly({ exception: Id }),
  replies: {
    200: Type.Object({
      findings: Type.Array(Type.Object({ finding: Finding, repairs: Type.Array(RepairBody) })),
    }),
    404: Problem,
  },
  async handle({ params: wanted, raw, sight }, { database }) {
    const row = await findException(database, BigInt(wanted.exception));
    if (!row) return missingException(wanted);
    const cover = (await findingCovers(database, sight))(row.flow_id);
    const isCovered = row.findings.some((finding) => cover(finding) !== finding);
    const help = await openHelp(database, row);
    const findings = [];
    for (const finding of row.findings) {
      // Evidence that is not shown must not come out of a suggestion either.
      const repairs = isCovered ? [] : findRepairs(finding);
      const told = [];
      for (const repair of repairs) told.push(await repairBody(database, repair, help));
      findings.push({ finding: tell(cover(finding), raw.language), repairs: told });
    }
    return ok({ findings });
  },
});

interface Help {
  readonly row: ExceptionRow;
  readonly book: string;
  readonly flow: string;
  readonly definition: Flow | null;
  readonly raw: unknown;
}

async function openHelp(tx: Tx, row: ExceptionRow): Promise<Help> {
  const names = await loadNames(tx);
  const parsed = parseFlow((await findFlowVersion(tx, row.flow_version_id))?.definition);
  return {
    row,
    book: names.book(row.book_id),
    flow: names.flow(row.flow_id) ?? '',
    definition: parsed.ok ? parsed.value : null,
    raw: readJson((await findRecord(tx, row.record_id))?.raw),
  };
}

function readJson(raw: Buffer | undefined): unknown {
  try {
    return JSON.parse(raw?.toString() ?? '');
  } catch {
    return null;
  }
}

async function repairBody(tx: Tx, repair: Repair, help: Help) {
  const request = requestOf(repair, help);
  if (repair.kind !== 'crosswalk') return { ...repair, request };
  const { crosswalk, from, field } = repair;
  const candidates: Candidates = await crosswalkCandidates(tx, help.row.book_id, {
    crosswalk,
    field,
    definition: help.definition,
  });
  const words = [from, ...wordsBeside(help.raw, help.definition, field)];
  return {
    ...repair,
    dimension: candidates.dimension,
    suggestions: suggestCodes(words, candidates.codes),
    request,
  };
}

/** The request that would do it, for whoever may. Places in braces are left to fill. */
function requestOf(repair: Repair, { row, book, flow }: Help) {
  const own = encodeURIComponent;
  const inBook = `/api/v1/books/${own(book)}`;
  const exception = `/api/v1/exceptions/${row.exception_id}`;
  switch (repair.kind) {
    case 'crosswalk': {
      const path = `${inBook}/crosswalks/${own(repair.crosswalk)}/pairs/${own(repair.from)}`;
      return { method: 'PUT', path, permission: 'crosswalks:write' };
    }
    case 'dimension-value': {
      const path = `${inBook}/dimensions/${own(repair.dimension)}`;
      return { method: 'PUT', path, permission: 'books:write' };
    }
    case 'account':
      return { method: 'PUT', path: `${inBook}/accounts`, permission: 'books:write' };
    case 'period': {
      const path = `${inBook}/periods/${own(repair.period)}/reopen`;
      return { method: 'POST', path, permission: 'periods:reopen' };
    }
    case 'year':
      return { method: 'POST', path: `${inBook}/years`, permission: 'books:write' };
    case 'rate':
      return { method: 'PUT', path: `${inBook}/rates`, permission: 'books:write' };
    case 'correct':
      return { method: 'POST', path: `${exception}/correct`, permission: 'exceptions:handle' };
    case 'flow':
      return { method: 'GET', path: `/api/v1/flows/${own(flow)}`, permission: 'flows:write' };
    case 'release':
      return { method: 'POST', path: `${exception}/release`, permission: 'exceptions:release' };
    case 'dismiss':
      return { method: 'POST', path: `${exception}/dismiss`, permission: 'exceptions:dismiss' };
  }
}
