import Type, { type Static } from 'typebox';
import type { ApiContext } from '#api/api-context.ts';
import { TriedBody, triedBody } from '#api/flows/dry-run.ts';
import { ok, type Refused, trouble } from '#api/http/answer.ts';
import { type Asked, defineRoute } from '#api/http/route.ts';
import { exactly, Id, Problem } from '#api/http/schemas.ts';
import { tryRecord } from '#pipeline/flows/try-flow.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { correctRecord } from '#pipeline/post/correct-record.ts';
import { listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { findFlowVersion } from '#storage/flows.ts';
import { ChangeBody } from './corrections.ts';
import { findOpenException, missingException } from './exception-body.ts';

/** Written into what is rolled back, and so read by nobody. */
const REASON = 'trial';

export const tryException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/try',
  summary:
    'Say what would become of the record now, before and after changes to the document; nothing is kept',
  tag: 'Exceptions',
  permission: 'exceptions:handle',
  scope: 'named',
  params: exactly({ exception: Id }),
  body: exactly({ changes: Type.Array(ChangeBody, { maxItems: 200 }) }),
  replies: {
    200: Type.Object({ before: TriedBody, after: TriedBody }),
    404: Problem,
    409: Problem,
    422: Problem,
  },
  async handle(asked, context) {
    const before = await tryWith(asked, context, []);
    if ('trouble' in before) return before;
    const { changes } = asked.body;
    const after = changes.length === 0 ? before : await tryWith(asked, context, changes);
    return 'trouble' in after ? after : ok({ before: before.tried, after: after.tried });
  },
});

type Changes = readonly Static<typeof ChangeBody>[];
type Trial = { readonly tried: ReturnType<typeof triedBody> } | Refused;

/** The very work that would be done for good, rolled back. */
function tryWith(
  { params, raw, sight }: Asked<{ exception: string }, unknown, unknown>,
  { database, today }: ApiContext,
  changes: Changes,
): Promise<Trial> {
  // What is learnt from corrections that never were must not be remembered.
  const posting = { cache: new BookCache(), today, postedBy: raw.principal };
  const work = async (tx: Tx): Promise<Trial> => {
    const found = await findOpenException(tx, params);
    if ('trouble' in found) return found;
    const { row: exception, flow } = found;
    const version = await findFlowVersion(tx, flow.published_version_id!);
    if (!version) return missingException(params);
    const correcting = { exception, flow, changes, reason: REASON, by: raw.principal };
    const corrected = await correctRecord(tx, posting.cache, correcting);
    if (!corrected.ok) return trouble(corrected.refusal);
    const tried = await tryRecord(tx, posting, { flow, version, recordId: exception.record_id });
    if (!tried) return missingException(params);
    const book = (await listBooks(tx)).find(({ book_id: id }) => id === exception.book_id);
    const { base_currency: baseCurrency = 'CNY', code = '' } = book ?? {};
    return { tried: triedBody(tried, { baseCurrency, raw, mask: sight.mask(code) }) };
  };
  return database.transaction(work, { dryRun: true });
}
