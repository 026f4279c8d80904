import Type, { type Static } from 'typebox';
import type { Entry } from '#access/entry.ts';
import { loadGrants } from '#access/grants.ts';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import type { SessionFacts } from '#access/principal.ts';
import { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { orNull } from '#api/http/schemas.ts';
import type { Outcome } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { findPersonById } from '#storage/people.ts';
import { factorsOf } from '#storage/second-factors.ts';

export const LanguageName = Type.Union([Type.Literal('zh'), Type.Literal('en'), Type.Literal('ja')]);

/** Who is signed in, how far, and what they may do. */
export const SessionBody = Type.Object(
  {
    state: Type.Union([
      Type.Literal('complete'),
      Type.Literal('second-factor'),
      Type.Literal('set-up-second-factor'),
    ]),
    person: Type.Object({
      id: Type.String(),
      login: Type.String(),
      name: Type.String(),
      email: orNull(Type.String()),
      language: LanguageName,
      source: Type.String({ description: '`local`, or the sign-on provider that knows the password' }),
    }),
    permissions: Type.Array(Type.String(), {
      description: 'Everything granted anywhere; none until complete',
    }),
    books: orNull(Type.Array(Type.String(), { description: 'Codes; null: every book' })),
    provedAt: Type.String(),
    factors: Type.Object({
      totp: Type.Boolean(),
      passkeys: Type.Integer(),
      recoveryCodes: Type.Integer({ description: 'Not used yet' }),
    }),
  },
  { $id: 'Session' },
);

/** The session as its owner sees it. */
export async function sessionBody(tx: Tx, session: SessionFacts): Promise<Static<typeof SessionBody>> {
  const { personId, lacks, isComplete, provedAt } = session;
  const person = await findPersonById(tx, personId);
  const granted = await loadGrants(tx, { kind: 'person', id: String(personId) });
  const grants = isComplete ? granted : [];
  const books = new Sight(grants).books();
  return {
    state: lacks === 'nothing' ? 'complete' : lacks,
    person: {
      id: String(personId),
      login: person!.login,
      name: person!.name,
      email: person!.email,
      language: person!.language,
      source: person!.source,
    },
    permissions: PERMISSION_NAMES.filter((name) => grants.some(({ permissions }) => permissions.has(name))),
    books: books && [...books].sort(),
    provedAt: provedAt.toISOString(),
    factors: await factorsOf(tx, personId),
  };
}

/** The answer to whoever tried to come in or a step further: the session as it is now, and its cookie. */
export async function entryAnswer(
  { database, sessions }: Pick<ApiContext, 'database' | 'sessions'>,
  entry: Outcome<Entry>,
): Promise<Outgoing> {
  if (!entry.ok) return trouble(entry.refusal);
  const { session, cookies } = entry.value;
  sessions.forget();
  return ok(await sessionBody(database, session), { 'set-cookie': cookies });
}
