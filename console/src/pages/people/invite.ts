import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import type { Language } from '#core/trouble/message.ts';

/** Somebody to be invited, as the form has them. */
export interface Invitation {
  readonly name: string;
  readonly login: string;
  readonly email?: string;
  readonly language: Language;
  readonly roles?: readonly string[];
  readonly books?: readonly string[];
}

/** What came of it: the person is there, with a link, and perhaps without a role that a rule stands against. */
export interface Invited {
  readonly person: Schemas['Person'];
  readonly link: { readonly url: string; readonly expiresAt: string };
  readonly refused: readonly { readonly role: string; readonly error: unknown }[];
}

/** Makes the person, gives the roles one by one, and asks for the link. A refused role does not undo the rest. */
export async function invite({ name, login, email, language, ...access }: Invitation): Promise<Invited> {
  const person = await told(
    api.POST('/api/v1/people', { body: { name, login, language, email: email?.trim() || null } }),
  );
  const { roles = [], books = [] } = access;
  const refused: Invited['refused'][number][] = [];
  for (const role of roles) {
    const principal = { kind: 'person' as const, id: person.id };
    const body = { principal, role, books: books.length > 0 ? [...books] : null };
    await api.POST('/api/v1/grants', { body }).catch((error: unknown) => refused.push({ role, error }));
  }
  const params = { path: { person: person.id } };
  const { url, expiresAt } = await told(api.POST('/api/v1/people/{person}/link', { params }));
  return { person, link: { url, expiresAt }, refused };
}
