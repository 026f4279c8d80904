import Type from 'typebox';
import { type Outgoing, ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, pageOf } from '#api/http/schemas.ts';
import { ProviderCode } from '#api/people/sign-on-provider-body.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { listSignOnProviders } from '#storage/sign-on.ts';

const tag = 'Signing in';

const params = exactly({ provider: ProviderCode });
const replies = { 303: Type.Null() };

export const getSignOn = defineRoute({
  method: 'GET',
  path: '/sign-on',
  summary: 'Other ways to sign on: oidc by `…/start`, ldap by `POST /session` with `provider`',
  tag,
  permission: 'none',
  scope: 'common',
  replies: {
    200: pageOf(
      Type.Object({
        code: ProviderCode,
        kind: Type.Union([Type.Literal('oidc'), Type.Literal('ldap')]),
        title: Type.String({ description: 'In the language of Accept-Language' }),
      }),
    ),
  },
  async handle({ raw }, { database }) {
    const rows = (await listSignOnProviders(database)).filter(({ enabled }) => enabled);
    return ok(wholeList(rows.map(({ code, kind, titles }) => ({ code, kind, title: titles[raw.language] }))));
  },
});

export const startSignOn = defineRoute({
  method: 'GET',
  path: '/sign-on/{provider}/start',
  summary: 'Send the browser to an OpenID provider; it comes back to `next`',
  tag,
  permission: 'none',
  scope: 'common',
  params,
  query: exactly({ next: Type.Optional(Type.String({ maxLength: 500 })) }),
  replies,
  handle: ({ params: { provider }, query, raw }, { signOn }) =>
    orToSignIn(async () => {
      const leaving = { caller: raw.caller, returnTo: ownPath(query.next) };
      const { address, cookie } = await signOn.begin(provider, leaving);
      return goTo(address, [cookie]);
    }),
});

/** Whatever else the provider sends along is its own business, and is handed to the protocol as it came. */
export const finishSignOn = defineRoute({
  method: 'GET',
  path: '/sign-on/{provider}/callback',
  summary: 'Where an OpenID provider sends the browser back; leads on, or to `/sign-in?problem=code`',
  tag,
  permission: 'none',
  scope: 'common',
  params,
  query: Type.Object({
    state: Type.Optional(Type.String({ maxLength: 500 })),
    code: Type.Optional(Type.String({ maxLength: 4_000 })),
    error: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  replies,
  handle: ({ params: { provider }, query, raw }, { signOn, sessions }) =>
    orToSignIn(async () => {
      const previous = (await sessions.authenticate(raw.caller))?.session;
      const back = { query: textsOf(query), caller: raw.caller, previous };
      const arrival = await signOn.finish(provider, back);
      if (!arrival.ok) return toSignIn(arrival.refusal.code);
      sessions.forget();
      return goTo(arrival.value.returnTo, arrival.value.entry.cookies);
    }),
});

export const endSignOn = defineRoute({
  method: 'GET',
  path: '/sign-on/{provider}/end',
  summary: 'After signing out here: end the session at the OpenID provider as well, where it offers that',
  tag,
  permission: 'none',
  scope: 'common',
  params,
  replies,
  handle: ({ params: { provider }, raw }, { signOn }) =>
    orToSignIn(async () => goTo((await signOn.endAddress(provider, raw.caller)) ?? SIGN_IN, [])),
});

const SIGN_IN = '/sign-in';

/** A browser stands here, not a program: what went wrong is told by the page it lands on. */
async function orToSignIn(work: () => Promise<Outgoing>): Promise<Outgoing> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) return toSignIn(error.refusal.code);
    if (error instanceof Fault) return toSignIn(error.code);
    throw error;
  }
}

function toSignIn(problem: string): Outgoing {
  return goTo(`${SIGN_IN}?${new URLSearchParams({ problem })}`, []);
}

function goTo(location: string, cookies: readonly string[]): Outgoing {
  const headers = { location, 'cache-control': 'no-store' };
  return {
    status: 303,
    body: undefined,
    headers: cookies.length > 0 ? { ...headers, 'set-cookie': [...cookies] } : headers,
  };
}

/** A path of ours: `//elsewhere.example` and `/\elsewhere.example` are not, to a browser. */
function ownPath(next = '/'): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.includes('\\') ? next : '/';
}

function textsOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
