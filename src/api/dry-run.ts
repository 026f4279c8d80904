import Type from 'typebox';
import { parse } from 'yaml';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import { type Tried, tryFlow } from '#pipeline/flows/try-flow.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { findFlow, listFlowVersions } from '#storage/flows.ts';
import { ok, type Refused, refusedAll, trouble } from './http/answer.ts';
import { tell } from './http/problem.ts';
import { defineRoute, type RawRequest } from './http/route.ts';
import { Code, exactly, Finding, Id, orNull, Problem } from './http/schemas.ts';
import { VoucherBody, voucherBody } from './voucher-body.ts';

const RECORDS_MAX = 200;

const TriedBody = Type.Object(
  {
    recordId: orNull(Id),
    externalId: Type.String(),
    outcome: Type.Union([Type.Literal('posted'), Type.Literal('held'), Type.Literal('ignored')]),
    reason: Type.Optional(Type.String()),
    documents: Type.Array(Type.Unknown(), { description: 'What mapping made of it' }),
    vouchers: Type.Array(VoucherBody),
    findings: Type.Array(Finding),
  },
  { $id: 'Tried' },
);

/** What a flow would do, by the very code that does it for good, rolled back at the end. */
export const dryRunFlow = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/dry-run',
  summary: 'Try a version, or a flow not saved yet, on samples or stored records; nothing is kept',
  tag: 'Flows',
  permission: 'flows:read',
  params: exactly({ flow: Code }),
  body: exactly({
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'Default: the newest' })),
    source: Type.Optional(Type.String({ description: 'A flow not saved yet, as YAML or JSON text' })),
    samples: Type.Optional(Type.Array(Type.Unknown(), { maxItems: RECORDS_MAX })),
    stored: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: RECORDS_MAX,
        description: 'How many of the newest stored records',
      }),
    ),
  }),
  replies: { 200: Type.Object({ results: Type.Array(TriedBody) }), 404: Problem, 422: Problem },
  async handle({ params: { flow: code }, body, raw }, context) {
    const samples = (body.samples ?? []).map((sample) => Buffer.from(JSON.stringify(sample)));
    // What is learnt from versions that never were must not be remembered.
    const cache = new BookCache();
    return context.database.transaction(
      async (tx) => {
        const chosen = await chooseVersion(tx, { ...body, code, raw });
        if ('trouble' in chosen) return chosen;
        const nameOf = recordNamer(chosen.definition);
        const trial = { ...chosen, samples, nameOf, stored: body.stored ?? 0 };
        const tried = await tryFlow(tx, { cache, today: context.today, postedBy: raw.principal }, trial);
        const book = (await listBooks(tx)).find((row) => row.book_id === chosen.flow.book_id);
        const baseCurrency = book?.base_currency ?? 'CNY';
        return ok({ results: tried.map((one) => triedBody(one, { baseCurrency, raw })) });
      },
      { dryRun: true },
    );
  },
});

interface Choice {
  readonly code: string;
  readonly version?: number;
  readonly source?: string;
  readonly raw: RawRequest;
}

async function chooseVersion(tx: Tx, { code, version: number, source, raw }: Choice) {
  if (source !== undefined) return saveDraft(tx, source, raw.principal);
  const flow = await findFlow(tx, code);
  const versions = flow ? await listFlowVersions(tx, flow.flow_id) : [];
  const version = number === undefined ? versions[0] : versions.find((one) => one.version === number);
  const parsed = parseFlow(version?.definition);
  if (!flow || !version || !parsed.ok) {
    const id = number === undefined ? code : `${code}/${number}`;
    throw new RefusalError({ code: 'not_found', params: { kind: 'flow version', id } });
  }
  return { flow, version, definition: parsed.value };
}

async function saveDraft(tx: Tx, source: string, by: string) {
  const definition = readYaml(source);
  if ('trouble' in definition) return definition;
  const saved = await saveFlowVersion(tx, { source, definition: definition.value, by });
  return saved.ok ? saved : refusedAll('flow_refused', saved.refusals);
}

function readYaml(source: string): { value: unknown } | Refused {
  try {
    return { value: parse(source, { maxAliasCount: 100 }) };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 400) : '';
    return trouble({ code: 'flow_not_yaml', at: 'body.source', params: { why } });
  }
}

function triedBody(
  { recordId, externalId, outcome, mapped, findings }: Tried,
  { baseCurrency, raw }: { baseCurrency: string; raw: RawRequest },
) {
  const documents = outcome.kind === 'posted' ? outcome.documents : [];
  return {
    recordId: recordId === null ? null : String(recordId),
    externalId,
    outcome: outcome.kind,
    ...(outcome.kind === 'ignored' ? { reason: outcome.reason } : {}),
    documents: mapped,
    vouchers: documents.flatMap(({ voucher }) => (voucher ? [voucherBody(voucher, { baseCurrency })] : [])),
    findings: findings.map((finding) => tell(finding, raw.language)),
  };
}
