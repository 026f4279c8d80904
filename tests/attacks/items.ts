/** One item of OWASP ASVS 5.0, levels 1 and 2: what is attacked, and the tests that attack it. */
export interface Item {
  /** `v5.0.0-` and these. */
  readonly ids: readonly string[];
  readonly attacked: string;
  /** File, then how the names of its tests begin, … for what a table fills in. `items.test.ts` sees that they are there. */
  readonly proved: Readonly<Record<string, readonly string[]>>;
}

const TOKENS = 'src/api/http/client-tokens.test.ts';
const CHECK = 'src/api/http/token-check.test.ts';
const SIGN_IN = 'src/api/sign-in/sign-in.test.ts';
const SESSION = 'src/api/sign-in/session.test.ts';
const SIGN_ON = 'src/api/sign-in/sign-on.test.ts';
const PASSKEYS = 'src/api/sign-in/passkeys.test.ts';
const OIDC = 'src/access/sign-on/oidc.test.ts';
const MATRIX = 'tests/access-matrix/access-matrix.test.ts';
const OUTWARD = 'tests/attacks/outward.test.ts';
const SITE = 'tests/attacks/cross-site.test.ts';
const INJECTION = 'tests/attacks/injection.test.ts';
const OPEN = 'tests/attacks/never-open.test.ts';
const SECRETS = 'tests/attacks/secrets.test.ts';

/** The 32 items, in their order. */
export const ITEMS: readonly Item[] = [
  {
    ids: ['4.1.3'],
    attacked: 'the addresses a client may call from, by X-Forwarded-For and its like',
    proved: { 'src/api/http/listener.test.ts': ['a client’s address counts', 'ip: '] },
  },
  {
    ids: ['4.2.1'],
    attacked: 'the border between two requests on one connection',
    proved: { 'src/api/http/smuggling.test.ts': ['smuggling: '] },
  },
  {
    ids: ['6.2.4', '6.2.12'],
    attacked: 'accounts, with passwords everybody knows',
    proved: {
      'src/access/common-passwords.test.ts': ['common password: '],
      'src/access/passwords.test.ts': ['password: '],
    },
  },
  {
    ids: ['6.2.9'],
    attacked: 'long passwords, cut short or refused',
    proved: { 'src/access/passwords.test.ts': ['password: '] },
  },
  {
    ids: ['6.3.1'],
    attacked: 'passwords, by guessing and by lists of stolen ones',
    proved: {
      [SIGN_IN]: ['guessing is slowed down', 'from everywhere at once', 'many at once are not all the first'],
      'src/access/throttle.test.ts': ['tries: '],
    },
  },
  {
    ids: ['6.3.2'],
    attacked: 'the first start, before anybody has an account',
    proved: { [SIGN_IN]: ['the first start: ', 'set-up: ', 'set-up links: '] },
  },
  {
    ids: ['6.3.3'],
    attacked: 'whoever has shown a password only',
    proved: { [SIGN_IN]: ['half signed in: '], 'src/access/session-directory.test.ts': ['session of '] },
  },
  {
    ids: ['6.3.4'],
    attacked: 'the weakest way in: directory, provider, passkey, link',
    proved: {
      [SIGN_ON]: ['sign-on: the first time', 'sign-on: a second factor shown elsewhere'],
      'src/api/people/sign-on-providers.test.ts': ['ldap: guesses are counted'],
      [PASSKEYS]: ['what is not accepted as a passkey', 'a thing that nobody unlocked'],
    },
  },
  {
    ids: ['6.4.3'],
    attacked: 'the second factor, by way of a forgotten password',
    proved: {
      [SIGN_IN]: ['a reset link sets a password and nothing more', 'an hour later it is worth nothing'],
    },
  },
  {
    ids: ['6.5.1'],
    attacked: 'codes, recovery codes and challenges, shown again',
    proved: { [SIGN_IN]: ['codes work once'], [PASSKEYS]: ['a challenge answered twice'] },
  },
  {
    ids: ['6.5.5'],
    attacked: 'codes and challenges of yesterday',
    proved: {
      'src/access/totp.test.ts': ['codes: thirty seconds'],
      [PASSKEYS]: ['a challenge of more than five minutes ago'],
    },
  },
  {
    ids: ['6.6.3'],
    attacked: 'six digits, by trying them all',
    proved: { [SIGN_IN]: ['codes are limited per person'] },
  },
  {
    ids: ['6.8.1'],
    attacked: 'an account, by another provider with the same subject or login',
    proved: {
      [SIGN_ON]: [
        'sign-on: a login that is taken ties nothing',
        'sign-on: a provider that is pointed at another issuer',
      ],
      [OIDC]: ['oidc: the same subject of another provider', 'oidc: an answer of another issuer'],
      'src/api/people/sign-on-providers.test.ts': ['ldap: an account of ours with the same login'],
    },
  },
  {
    ids: ['7.2.3', '7.2.4'],
    attacked: 'sessions, by guessing, planting and keeping tokens',
    proved: {
      [SESSION]: [
        'the token changes whenever something is proved',
        'a sign-in ends the session the browser had',
      ],
      [SITE]: ['cross-site: a session that somebody else put into the browser'],
    },
  },
  {
    ids: ['7.3.1', '7.3.2'],
    attacked: 'a browser left open',
    proved: {
      [SESSION]: ['a session ends when it is not used', 'idle: '],
      'console/src/api/presence.test.ts': ['presence: '],
    },
  },
  {
    ids: ['7.4.1', '7.4.2'],
    attacked: 'the hub, by who signed out or was switched off',
    proved: {
      [SESSION]: [
        'whatever happens to a session happens at once',
        'switched off and on again',
        'signed out everywhere',
      ],
      'src/api/live/events.test.ts': ['events: a session that is over hears nothing more'],
      'src/api/clients/clients.test.ts': ['deleted: its token is void'],
    },
  },
  {
    ids: ['7.5.1'],
    attacked: 'factors and grants, from an open browser',
    proved: { [SESSION]: ['sensitive changes take a proof', '… … → prove again'] },
  },
  {
    ids: ['8.2.1'],
    attacked: 'every route, by every role',
    proved: { [MATRIX]: ['whoever may is let in, nobody else is', 'access: the table of roles'] },
  },
  {
    ids: ['8.2.2'],
    attacked: 'every thing that a path names, by who may see another one',
    proved: {
      [MATRIX]: ['access: every route × role × place × field grant'],
      'src/api/books/departments.test.ts': ['departments: '],
    },
  },
  {
    ids: ['8.2.3'],
    attacked: 'fields that are covered, in every answer; members nobody asked for, in every body',
    proved: {
      [MATRIX]: ['fields …: no plain value'],
      'src/access/mask.test.ts': ['mask: '],
      'tests/fuzz/fuzz.test.ts': ['fuzz: '],
    },
  },
  {
    ids: ['8.4.1'],
    attacked: 'another book',
    proved: {
      [MATRIX]: ['whoever may is let in, nobody else is', 'what asks for no permission tells nobody'],
      'src/api/live/events.test.ts': ['events: one who is granted another book'],
      'src/api/webhooks/webhooks.test.ts': ['webhooks: an endpoint is told what its maker may see'],
    },
  },
  {
    ids: ['9.1.1', '9.1.2', '9.1.3'],
    attacked: 'access tokens: signature, algorithm, keys brought along (jwk, jku, x5u)',
    proved: {
      [CHECK]: ['a token is checked: ', 'check: '],
      'src/access/sign-on/forged-tokens.test.ts': ['oidc: a token '],
    },
  },
  {
    ids: ['9.2.1', '9.2.2', '9.2.3'],
    attacked: 'access tokens: time, kind, audience',
    proved: {
      [CHECK]: ['a token is checked: ', 'check: a token in the address'],
      [TOKENS]: ['token: what it says (RFC 9068)'],
    },
  },
  {
    ids: ['10.3.1', '10.3.2'],
    attacked: 'what lies outside the scopes of a client',
    proved: {
      'src/api/http/client-scopes.test.ts': ['what a client may do', 'may: '],
      'src/api/people/roles.test.ts': ['clients: nobody lets a program'],
    },
  },
  {
    ids: ['10.4.1'],
    attacked: 'the way back from a provider, and where it leads then',
    proved: {
      [OIDC]: ['oidc: a redirect address that is not registered to the letter'],
      [SIGN_ON]: ['sign-on: only a page of ours is led to'],
    },
  },
  {
    ids: ['10.4.2', '10.4.3'],
    attacked: 'codes of a provider, shown again, late, or by another browser',
    proved: {
      [OIDC]: ['oidc: a code works once'],
      [SIGN_ON]: ['sign-on: what another browser began, what was used'],
    },
  },
  {
    ids: ['10.4.4', '10.4.6'],
    attacked: 'the token endpoint, by grants it does not give; sign-on without PKCE',
    proved: {
      [TOKENS]: ['token: … → …'],
      [OIDC]: ['oidc: a person signs on at a real provider, with PKCE'],
    },
  },
  {
    ids: ['10.4.5', '10.4.8', '10.4.9'],
    attacked:
      'tokens that outlive their client: assertions shown again, refresh tokens (there are none), revoked clients',
    proved: {
      [TOKENS]: ['token: … → …', 'token: what it says (RFC 9068)'],
      'src/api/http/client-scopes.test.ts': ['may: … holds for tokens that are out'],
    },
  },
  {
    ids: ['13.2.4'],
    attacked: 'the inside, by addresses in settings, issuers, directories and webhooks',
    proved: {
      [OUTWARD]: ['outward: '],
      'src/app/guarded-fetch.test.ts': ['outward: '],
      'src/app/guarded-connect.test.ts': ['outward: '],
      'src/api/webhooks/webhooks.test.ts': ['webhooks: … → …'],
    },
  },
  {
    ids: ['13.3.1'],
    attacked: 'secrets: in answers, in tables, in the log, in the repository',
    proved: {
      [SECRETS]: ['secrets: '],
      'src/app/secrets.test.ts': ['secrets: '],
      'src/api/people/sign-on-providers.test.ts': ['providers: secrets never leave'],
    },
  },
  {
    ids: ['16.3.1', '16.3.2', '16.4.1', '16.4.2'],
    attacked: 'the log: what is not in it, lines that are forged, entries that are changed',
    proved: {
      [INJECTION]: ['injection: nothing that is typed begins a line', 'injection: no name ends a header'],
      'src/api/audit/coverage.test.ts': ['audit: every route that changes something'],
      'src/pipeline/verify/verify-forged.test.ts': ['forged: finds '],
      [TOKENS]: ['token: given and refused are both in the audit log'],
      [SIGN_ON]: ['sign-on: refusals are in the audit log'],
    },
  },
  {
    ids: ['16.5.1', '16.5.2', '16.5.3'],
    attacked: 'the hub in trouble: what it tells, and what it does all the same',
    proved: {
      [OPEN]: ['never open: '],
      [INJECTION]: ['injection: what grows when it is opened'],
      'src/api/http/guards.test.ts': ['a bug says a number outside'],
      'tests/fuzz/fuzz.test.ts': ['fuzz: whatever comes in'],
      'src/pipeline/post/bugs.test.ts': ['bug: '],
    },
  },
];
