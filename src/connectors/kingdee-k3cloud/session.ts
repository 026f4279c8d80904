import { textAt, valueAt } from '#connectors/kit/json.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { KingdeeSettings } from './settings.ts';
import { type Signatory, signHeaders, signLogin } from './signing.ts';

export interface LoginCall {
  readonly service: 'ValidateUser' | 'LoginByAppSecret' | 'LoginBySign';
  readonly parameters: readonly (string | number)[];
}

/** The login of the settings' way to sign in; null for signed headers, which need none. */
export function loginCall(settings: KingdeeSettings, epochMs: number): LoginCall | null {
  const { acctId, userName, lcid } = settings;
  const { appId, appSecret } = signatoryOf(settings);
  const timestamp = secondsOf(epochMs);
  switch (settings.signIn) {
    case 'password':
      return { service: 'ValidateUser', parameters: [acctId, userName, settings.password ?? '', lcid] };
    case 'app-secret':
      return { service: 'LoginByAppSecret', parameters: [acctId, userName, appId, appSecret, lcid] };
    case 'signed-login': {
      const sign = signLogin({ acctId, userName, appId, appSecret }, timestamp);
      return { service: 'LoginBySign', parameters: [acctId, userName, appId, timestamp, sign, String(lcid)] };
    }
    case 'signed-headers':
      return null;
  }
}

/** Headers of a call without a login; each call is signed for its own path. */
export function signedHeaders(
  settings: KingdeeSettings,
  path: string,
  epochMs: number,
): Record<string, string> {
  const timestamp = secondsOf(epochMs);
  return signHeaders(signatoryOf(settings), { path, timestamp, nonce: timestamp });
}

/** Headers of a call within a session. Some servers look at the header, some at the cookie. */
export function sessionHeaders(sessionId: string): Record<string, string> {
  return { 'kdservice-sessionid': sessionId, cookie: `kdservice-sessionid=${sessionId}` };
}

const OK = 1;
/** Wants an interactive form, of which an interface user has none; the session is good all the same. */
const OK_WITH_FORM = -5;

/** The session id of a login's answer, or a refusal that says why there is none: nobody retries a wrong password. */
export function readLogin(body: unknown): string {
  const result = Number(valueAt(body, 'LoginResultType') ?? Number.NaN);
  const sessionId = textAt(body, 'KDSVCSessionId') || textAt(body, 'Context', 'SessionId');
  if (Number.isNaN(result)) {
    const params = { status: '200', answer: JSON.stringify(body).slice(0, 200) };
    throw new Fault('answer_not_understood', { retry: { kind: 'retry' }, params });
  }
  if ((result === OK || result === OK_WITH_FORM) && sessionId !== '') return sessionId;
  const answer = `${textAt(body, 'Message') || 'no message'} (LoginResultType ${result})`;
  throw new RefusalError({ code: 'credentials_refused', params: { answer } });
}

function signatoryOf(settings: KingdeeSettings): Signatory {
  return { ...settings, appId: settings.appId ?? '', appSecret: settings.appSecret ?? '' };
}

function secondsOf(epochMs: number): string {
  return String(Math.floor(epochMs / 1000));
}
