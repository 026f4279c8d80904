import { Compile } from 'typebox/compile';
import type { Operation, Schema } from './operations.ts';

export interface Came {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly tookMs: number;
}

/** No request of a few kilobytes may keep anybody waiting longer, on a machine that does much else. */
const PATIENCE_MS = 10_000;
/** What the document says may fail at somebody else's; and the database, which is there all the time here. */
export const BAD_GATEWAY = 502;

/** What does not exist is not told to strangers either. */
const REFUSED = { content: { 'application/problem+json': { schema: {} } } };
const ELSEWHERE_REPLIES: Operation['replies'] = Object.fromEntries(
  [400, 401, 403, 404, 413, 415, 429].map((status) => [status, REFUSED]),
);

/** Stacks, files, SQL and the names of what we are made of. */
const INSIDE =
  /node_modules|node:internal|file:\/\/|\/src\/[a-z]+\/|\.ts:\d+|\bat [\w.]+ \(|\b(?:select|insert into|update|delete from) [\w., "*]+ (?:from|where|values|set)\b|relation "|column "|violates|SQLSTATE|syntax error at|invalid input syntax|ECONNREFUSED|\bpg_\w+|TypeError|RangeError|Cannot read prop/i;

/** Everything that is wrong with an answer. Null: it was asked for what is not in the document. */
export function faultsOf(operation: Operation | null, { status, type, body, tookMs }: Came): string[] {
  const text = body.toString();
  const reply = operation ? operation.replies[status] : ELSEWHERE_REPLIES[status];
  const inside = status >= 400 ? INSIDE.exec(text) : null;
  const [mediaType = ''] = type.split(';');
  const content = reply?.content?.[mediaType];
  return [
    ...(status >= 500 && !(status === BAD_GATEWAY && reply) ? [`answers ${status}`] : []),
    ...(reply === undefined ? [`${status} is not in the document`] : []),
    ...(reply && text !== '' && content === undefined
      ? [`${status} is ${mediaType}, which is not in the document`]
      : []),
    ...(content && /[/+]json$/.test(mediaType) ? unlike(content.schema, text) : []),
    ...(inside ? [`tells of the inside: ${inside[0]}`] : []),
    ...(tookMs > PATIENCE_MS ? [`took ${Math.round(tookMs)} ms`] : []),
  ];
}

type Check = ReturnType<typeof Compile>;
const compiled = new Map<Schema, Check>();

function unlike(schema: Schema, text: string): string[] {
  const check = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, check);
  const value: unknown = JSON.parse(text);
  if (check.Check(value)) return [];
  const [first] = check.Errors(value);
  return [`is not as the document has it: ${first?.instancePath} ${first?.message}`];
}
