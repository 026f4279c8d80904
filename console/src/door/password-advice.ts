/** What to say of a password while it is typed. The hub decides; this only saves a round trip and teaches. */

export const PASSWORD_LENGTH_MIN = 12;
const GOOD_LENGTH = 18;
const DIFFERENT_MIN = 6;

type Advice =
  | { readonly kind: 'strengthShort'; readonly missing: number }
  | { readonly kind: 'strengthPlain' | 'strengthLogin' | 'strengthFair' | 'strengthGood' };

/** Advice on `password`, chosen by whoever signs in as `login`. Characters are counted as people see them. */
export function adviseOnPassword(password: string, login = ''): Advice {
  const characters = [...password];
  const missing = PASSWORD_LENGTH_MIN - characters.length;
  if (missing > 0) return { kind: 'strengthShort', missing };
  const name = login.split('@')[0]?.toLowerCase() ?? '';
  if (name.length > 3 && password.toLowerCase().includes(name)) return { kind: 'strengthLogin' };
  if (new Set(characters).size < DIFFERENT_MIN) return { kind: 'strengthPlain' };
  return { kind: characters.length < GOOD_LENGTH ? 'strengthFair' : 'strengthGood' };
}
