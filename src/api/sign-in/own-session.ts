import type { SessionFacts } from '#access/principal.ts';
import type { Showing } from '#access/show-factor.ts';
import type { RawRequest } from '#api/http/route.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { findPersonById, type PersonRow } from '#storage/people.ts';

/** The session a request came with; whoever is no person at a browser is turned away. */
export function ownSession({ access }: Pick<RawRequest, 'access'>): SessionFacts {
  const { session } = access.principal;
  if (session === undefined) throw new RefusalError({ code: 'person_required' });
  return session;
}

/** The person who asks. */
export async function ownPerson(tx: Tx, raw: Pick<RawRequest, 'access'>): Promise<PersonRow> {
  const person = await findPersonById(tx, ownSession(raw).personId);
  if (person === null) throw new RefusalError({ code: 'unauthorized', at: 'Cookie' });
  return person;
}

/** The person who asks, about to show something. */
export async function showingOf(tx: Tx, raw: RawRequest, now: Date): Promise<Showing> {
  return { person: await ownPerson(tx, raw), session: ownSession(raw), caller: raw.caller, now };
}
