import Type from 'typebox';
import { DOTS } from '#access/mask.ts';
import type { Sight } from '#access/sight.ts';
import { accepted, notFound, ok, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { correctRecord, revoke } from '#pipeline/post/correct-record.ts';
import { replayRecords } from '#pipeline/post/replay.ts';
import { type CorrectionRow, correctionsOfRecord } from '#storage/corrections.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowRow, listFlows } from '#storage/flows.ts';
import { listFlowPlaces } from '#storage/places.ts';
import { findOpenException } from './exception-body.ts';

const CorrectionBody = Type.Object(
  {
    id: Id,
    flow: orNull(Code),
    kind: Type.String({ description: 'Of the document' }),
    at: Type.String({ description: 'The field: customer, lines[2].sku' }),
    value: orNull(Type.String({ description: 'Null: emptied' })),
    before: orNull(Type.String()),
    reason: Type.String(),
    madeAt: Type.String(),
    madeBy: Type.String(),
    revokedAt: orNull(Type.String()),
    revokedBy: orNull(Type.String()),
    revokeReason: orNull(Type.String()),
  },
  { $id: 'Correction' },
);

export const ChangeBody = exactly({
  kind: Type.Optional(Type.String({ maxLength: 63, description: 'Where the flow makes several kinds' })),
  at: Type.String({ minLength: 1, maxLength: 200, description: 'As a finding names it: lines[2].sku' }),
  value: orNull(Type.String({ maxLength: 4000, description: 'In our vocabulary; null empties the field' })),
});

const Reason = Type.String({ minLength: 1, maxLength: 1000 });
const tag = 'Exceptions';

export const correctException = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/correct',
  summary: 'Correct the document itself, with a reason; the record stays as it came and is tried again',
  tag,
  permission: 'exceptions:handle',
  scope: 'named',
  params: exactly({ exception: Id }),
  body: exactly({ changes: Type.Array(ChangeBody, { minItems: 1, maxItems: 200 }), reason: Reason }),
  replies: {
    202: Type.Object({ runId: Id, corrections: Type.Array(CorrectionBody) }),
    404: Problem,
    409: Problem,
    422: Problem,
  },
  async change({ params: wanted, body, raw, sight }, { tx, cache }) {
    const found = await findOpenException(tx, wanted);
    if ('trouble' in found) return found;
    const { row, flow } = found;
    const by = raw.principal;
    const corrected = await correctRecord(tx, cache, { exception: row, flow, by, ...body });
    if (!corrected.ok) return trouble(corrected.refusal);
    const runId = await replayRecords(tx, { flow, recordIds: [row.record_id], by });
    const bodyOf = await correctionBodies(tx, sight);
    return accepted({ runId: String(runId), corrections: corrected.value.map(bodyOf) });
  },
});

export const getCorrections = defineRoute({
  method: 'GET',
  path: '/records/{record}/corrections',
  summary: 'List what people corrected about a record, oldest first',
  tag,
  permission: 'exceptions:read',
  scope: 'named',
  params: exactly({ record: Id }),
  replies: { 200: pageOf(CorrectionBody), 404: Problem },
  async handle({ params: wanted, sight }, { database }) {
    const rows = await correctionsOfRecord(database, BigInt(wanted.record));
    return ok(wholeList(rows.map(await correctionBodies(database, sight))));
  },
});

export const revokeCorrection = defineRoute({
  method: 'POST',
  path: '/records/{record}/corrections/{correction}/revoke',
  summary: 'Take a correction back; the record is tried again and says what it says',
  tag,
  permission: 'exceptions:handle',
  scope: 'named',
  params: exactly({ record: Id, correction: Id }),
  body: exactly({ reason: Reason }),
  replies: {
    202: Type.Object({ runId: orNull(Id), correction: CorrectionBody }),
    404: Problem,
  },
  async change({ params: wanted, body, raw, sight }, { tx }) {
    const rows = await correctionsOfRecord(tx, BigInt(wanted.record));
    const isOfRecord = rows.some(({ correction_id: id }) => id === BigInt(wanted.correction));
    const revoking = { correctionId: BigInt(wanted.correction), by: raw.principal, reason: body.reason };
    const row = isOfRecord ? await revoke(tx, revoking) : null;
    if (!row) return notFound('correction', wanted.correction);
    const runId = await replayCorrected(tx, row, raw.principal);
    return accepted({ runId, correction: (await correctionBodies(tx, sight))(row) });
  },
});

/** Null where the flow takes no records now: the correction is revoked all the same. */
async function replayCorrected(tx: Tx, row: CorrectionRow, by: string): Promise<string | null> {
  const flow: FlowRow | undefined = (await listFlows(tx)).find((one) => one.flow_id === row.flow_id);
  if (!flow || flow.published_version_id === null) return null;
  return String(await replayRecords(tx, { flow, recordIds: [row.record_id], by }));
}

/** Bodies for whoever asks: values of a field that is not shown to them are covered. */
async function correctionBodies(tx: Tx, sight: Sight) {
  const places = new Map((await listFlowPlaces(tx)).map((place) => [place.flow_id, place]));
  return (row: CorrectionRow) => {
    const flow = places.get(row.flow_id);
    const field = row.place.split('.').at(-1) ?? '';
    const isShown = sight.mask(flow?.book ?? '').head(row.kind, field) === 'plain';
    return correctionBody(row, { flow: flow?.code ?? null, isShown });
  };
}

function correctionBody(row: CorrectionRow, { flow, isShown }: { flow: string | null; isShown: boolean }) {
  return {
    id: String(row.correction_id),
    flow,
    kind: row.kind,
    at: row.place,
    value: isShown ? row.value : DOTS,
    before: isShown ? row.before : DOTS,
    reason: row.reason,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedBy: row.revoked_by,
    revokeReason: row.revoke_reason,
  };
}
