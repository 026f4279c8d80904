import { hash, verify } from '@node-rs/argon2';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { isCommonPassword } from './common-passwords.ts';
import { NarrowGate } from './narrow-gate.ts';

const LENGTH_MIN = 12;
const LENGTH_MAX = 256;
/** Fewer than this is a pattern, however long. */
const DIFFERENT_CHARACTERS_MIN = 5;
/** What is left without the login, the name and the product's name must not be next to nothing. */
const OWN_CHARACTERS_MIN = 6;
const PRODUCT = ['tongzhang', '通账'];

/** OWASP Password Storage Cheat Sheet: argon2id (what the package does unless told otherwise), 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Each takes a core for tens of milliseconds and 19 MiB: a flood of guesses must not take the machine.
const gate = new NarrowGate({ insideMax: 2, lineMax: 64 });

/** For logins that nobody has: as much work as a real one, and never right. Its password was 32 random bytes, thrown away. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$JUNHLkJBQgwnK1SDK07UaA$qiMcdab4aIloTv1LPD3q+DIbA9FExesAtKmK+8wc2Fw';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
}

/**
 * The hash of a new password, or why it may not be one (ASVS v5.0.0-6.2): long enough, any characters, no rules of
 * composition, not on the list of common ones, not the name of its owner.
 */
export async function hashNewPassword(password: string, owner: PasswordOwner): Promise<Outcome<string>> {
  const text = normalize(password);
  const length = [...text].length;
  if (length < LENGTH_MIN) return refusePassword('password_short', { min: String(LENGTH_MIN) });
  if (length > LENGTH_MAX) return refusePassword('password_long', { max: String(LENGTH_MAX) });
  if (isNamed(text, owner)) return refusePassword('password_is_name', {});
  if (new Set(text).size < DIFFERENT_CHARACTERS_MIN || (await isCommonPassword(text, LENGTH_MIN))) {
    return refusePassword('password_common', {});
  }
  return accept(await gate.pass(() => hash(text, COST)));
}

/** Takes the same time whether there is a hash or not. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const text = normalize(password);
  const isRight = await gate.pass(() => verify(hashed ?? NOBODY, text));
  return hashed !== null && isRight;
}

/** The same characters, however a keyboard composed them. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}

function isNamed(text: string, { login, name }: PasswordOwner): boolean {
  const names = [login, login.split('@')[0] ?? '', name, ...PRODUCT]
    .map((one) => one.normalize('NFKC').toLowerCase())
    .filter((one) => one.length > 1);
  const own = names.reduce((rest, one) => rest.replaceAll(one, ''), text.toLowerCase());
  return own !== text.toLowerCase() && [...own].length < OWN_CHARACTERS_MIN;
}

function refusePassword(code: string, params: Record<string, string>) {
  return refuse({ code, at: 'body.password', params });
}
