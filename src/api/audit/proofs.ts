import Type from 'typebox';
import { notFound, ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, Problem } from '#api/http/schemas.ts';
import { leafHash } from '#pipeline/audit/merkle-log.ts';
import { consistencyRanges, inclusionRanges, type LeafRange, rootsOf } from '#pipeline/audit/proofs.ts';
import { placeOfEntry } from '#storage/audit-search.ts';
import { type CheckpointRow, listCheckpoints, readLeaves } from '#storage/audit-tree.ts';
import type { Database } from '#storage/database.ts';

const Hashes = Type.Array(Type.String({ description: 'SHA-256, base64' }));

export const getInclusionProof = defineRoute({
  method: 'GET',
  path: '/audit/entries/{entry}/proof',
  summary: 'Prove that an entry is in the log that the newest checkpoint was signed over (RFC 9162 §2.1.3)',
  tag: 'Audit',
  permission: 'audit:read',
  scope: 'hub',
  params: exactly({ entry: Id }),
  replies: {
    200: Type.Object(
      {
        index: Type.Integer({ description: 'Its place in the log, from 0' }),
        leaf: Type.String({ description: 'SHA-256 of 0x00 and the hash of the entry, base64' }),
        proof: Hashes,
        checkpoint: Type.String({ description: 'The signed checkpoint whose root the proof leads to' }),
      },
      { $id: 'InclusionProof' },
    ),
    404: Problem,
  },
  async handle({ params }, { database }) {
    const place = await placeOfEntry(database, BigInt(params.entry));
    const [newest] = await listCheckpoints(database, { limit: 1 });
    if (!place || !newest || place.index >= newest.size) return notFound('entry', params.entry);
    const proof = await prove(database, inclusionRanges(place.index, newest.size), newest.size);
    return ok({
      index: Number(place.index),
      leaf: base64(leafHash(place.hash)),
      proof,
      checkpoint: newest.note,
    });
  },
});

export const getConsistencyProof = defineRoute({
  method: 'GET',
  path: '/audit/checkpoints/{checkpoint}/proof',
  summary: 'Prove that the log of a checkpoint begins with the log of an earlier one (RFC 9162 §2.1.4)',
  tag: 'Audit',
  permission: 'audit:read',
  scope: 'hub',
  params: exactly({ checkpoint: Id }),
  query: exactly({ from: Id }),
  replies: {
    200: Type.Object({ from: Type.String(), to: Type.String(), proof: Hashes }, { $id: 'ConsistencyProof' }),
    404: Problem,
  },
  async handle({ params, query }, { database }) {
    const from = await findCheckpoint(database, query.from);
    const to = await findCheckpoint(database, params.checkpoint);
    if (!from) return notFound('checkpoint', query.from);
    if (!to || to.size < from.size) return notFound('checkpoint', params.checkpoint);
    const proof = await prove(database, consistencyRanges(from.size, to.size), to.size);
    return ok({ from: from.note, to: to.note, proof });
  },
});

async function findCheckpoint(database: Database, sequence: string): Promise<CheckpointRow | undefined> {
  const [row] = await listCheckpoints(database, { after: BigInt(sequence) + 1n, limit: 1 });
  return row?.sequence === BigInt(sequence) ? row : undefined;
}

async function prove(database: Database, ranges: readonly LeafRange[], size: bigint): Promise<string[]> {
  return (await rootsOf(ranges, leavesOf(database, size))).map(base64);
}

async function* leavesOf(database: Database, size: bigint): AsyncGenerator<Uint8Array> {
  for await (const hash of readLeaves(database, size)) yield leafHash(hash);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
