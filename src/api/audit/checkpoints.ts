import Type from 'typebox';
import { ok } from '#api/http/answer.ts';
import { idPage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, orNull, Page } from '#api/http/schemas.ts';
import { type CheckpointRow, listCheckpoints } from '#storage/audit-tree.ts';

const CheckpointBody = Type.Object(
  {
    sequence: Id,
    at: Type.String(),
    entries: Type.Integer({ description: 'How many entries of the audit log it covers' }),
    note: Type.String({
      description: 'The signed checkpoint, as it stands in its file (C2SP tlog-checkpoint)',
    }),
  },
  { $id: 'Checkpoint' },
);

const CheckpointsBody = Type.Object({
  items: Type.Array(CheckpointBody),
  next: orNull(Type.String()),
  publicKeys: Type.Array(
    Type.String({ description: 'Of the signatures (C2SP signed-note). Keep it elsewhere' }),
  ),
  places: Type.Array(
    Type.Object({
      folder: Type.String(),
      writtenAt: orNull(Type.String({ description: 'By this process' })),
      trouble: orNull(Type.String({ description: 'Why it could not be written the last time' })),
    }),
  ),
});

export const getCheckpoints = defineRoute({
  method: 'GET',
  path: '/audit/checkpoints',
  summary: 'List the signed checkpoints of the audit log, newest first, and where they are written',
  tag: 'Audit',
  permission: 'audit:read',
  scope: 'hub',
  query: exactly(Page),
  replies: { 200: CheckpointsBody },
  async handle({ query, raw }, { database, checkpointer }) {
    const { limit, fetch } = idPage(query);
    const rows = await listCheckpoints(database, fetch);
    return ok({
      ...page(rows, { raw, limit, after: (row) => String(row.sequence), item: checkpointBody }),
      publicKeys: await checkpointer.verifierKeys(),
      places: checkpointer.places.map(({ folder, writtenAt, trouble }) => ({
        folder,
        writtenAt: writtenAt?.toISOString() ?? null,
        trouble,
      })),
    });
  },
});

function checkpointBody({ sequence, at, size, note }: CheckpointRow) {
  return { sequence: String(sequence), at: at.toISOString(), entries: Number(size), note };
}
