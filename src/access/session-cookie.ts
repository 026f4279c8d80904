import { RefusalError } from '#core/trouble/trouble.ts';
import type { Caller } from './caller.ts';

const SESSION = 'tongzhang';
const DEVICE = 'tongzhang-device';
const DEVICE_DAYS = 180;
const SIGN_ON = 'tongzhang-sign-on';
const SIGN_ON_MINUTES = 10;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

type Place = Pick<Caller, 'origin'>;

/** The token of the session a request shows. */
export function sessionToken(caller: Pick<Caller, 'origin' | 'headers'>): string | null {
  return readCookie(caller, nameOf(SESSION, caller));
}

/** The token of the browser itself, which stays when sessions end. */
export function deviceToken(caller: Pick<Caller, 'origin' | 'headers'>): string | null {
  return readCookie(caller, nameOf(DEVICE, caller));
}

/** `Set-Cookie` of a session. It ends with the browser at the latest; the hub ends it before. */
export function sessionCookie(caller: Place, token: string): string {
  return writeCookie(caller, { name: SESSION, value: token });
}

export function noSessionCookie(caller: Place): string {
  return writeCookie(caller, { name: SESSION, value: '', maxAgeS: 0 });
}

export function deviceCookie(caller: Place, token: string): string {
  return writeCookie(caller, { name: DEVICE, value: token, maxAgeS: DEVICE_DAYS * 86_400 });
}

/** What ties a sign-on at somebody else's to the browser in which it began. */
export function signOnToken(caller: Pick<Caller, 'origin' | 'headers'>): string | null {
  return readCookie(caller, nameOf(SIGN_ON, caller));
}

/** `Lax`, like the others: the browser comes back from another site. */
export function signOnCookie(caller: Place, token: string): string {
  return writeCookie(caller, { name: SIGN_ON, value: token, maxAgeS: SIGN_ON_MINUTES * 60 });
}

/**
 * Ends a request that would change something by a cookie unless the browser says that it comes from our own pages: a
 * cookie is sent along by any page.
 */
export function requireSameOrigin(caller: Caller): void {
  if (!SAFE.has(caller.method) && !isSameOrigin(caller)) throw new RefusalError({ code: 'cross_site' });
}

/** The same for what needs no cookie: whoever is no browser says nothing of where it comes from. */
export function refuseOtherSites(caller: Caller): void {
  const says = caller.headers['sec-fetch-site'] ?? caller.headers.origin;
  if (says !== undefined) requireSameOrigin(caller);
}

function isSameOrigin({ headers, origin }: Caller): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === origin : site === 'same-origin';
}

/** `__Host-`: browsers take it over TLS only, and from this very host. On plain loopback they would not take it at all. */
function nameOf(name: string, { origin }: Place): string {
  return isTls(origin) ? `__Host-${name}` : name;
}

function isTls(origin: string): boolean {
  return origin.startsWith('https:');
}

function readCookie(caller: Pick<Caller, 'headers'>, name: string): string | null {
  const { cookie } = caller.headers;
  for (const part of (typeof cookie === 'string' ? cookie : '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}

function writeCookie(
  place: Place,
  { name, value, maxAgeS }: { readonly name: string; readonly value: string; readonly maxAgeS?: number },
): string {
  const age = maxAgeS === undefined ? '' : `; Max-Age=${maxAgeS}`;
  const secure = isTls(place.origin) ? '; Secure' : '';
  return `${nameOf(name, place)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
}
