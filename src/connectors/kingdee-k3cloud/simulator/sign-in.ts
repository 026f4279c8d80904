import { timingSafeEqual } from 'node:crypto';
import { type Signatory, signHeaders, signLogin } from '#connectors/kingdee-k3cloud/signing.ts';
import type { SimulatorRequest } from '#connectors/kit/simulator-server.ts';
import { type Call, member } from './dialect.ts';

/** Who is calling and for which organisation. */
export interface Visitor {
  readonly user: string;
  org: string;
}

interface Session extends Visitor {
  usedAt: number;
}

/** What opens this data centre. Invented, and the same every time so that a demo can be written down. */
export const CREDENTIALS = {
  acctId: 'TZDEMO',
  userName: 'demo',
  password: 'demo-password-1',
  appId: 'TZDEMOAPP_QUJDREVGR0hJSktMTU5PUFFSU1RVVldY',
  appSecret: 'demo-app-secret-1',
} as const;

const FAILED = '用户名或密码错误';

/** Sessions, logins and signatures. */
export class SignIn {
  readonly #sessions = new Map<string, Session>();
  readonly #idleMs: number;
  readonly #random: () => number;
  #isRevoked = false;

  constructor(idleMs: number, random: () => number) {
    this.#idleMs = idleMs;
    this.#random = random;
  }

  /** From now on nobody gets in, and whoever was in is out. */
  setRevoked(isRevoked: boolean): void {
    this.#isRevoked = isRevoked;
    this.endAll();
  }

  endAll(): void {
    this.#sessions.clear();
  }

  end(request: SimulatorRequest): void {
    this.#sessions.delete(sessionIdOf(request));
  }

  /** Who is calling, by session or by signed headers; null for nobody we know. Every use keeps a session alive. */
  identify(request: SimulatorRequest, now: number): { visitor: Visitor; bySession: boolean } | null {
    if (request.headers['x-kd-appkey'] !== undefined) {
      const visitor = this.#bySignature(request);
      return visitor && { visitor, bySession: false };
    }
    const id = sessionIdOf(request);
    const session = this.#sessions.get(id);
    if (!session) return null;
    if (now - session.usedAt > this.#idleMs) {
      this.#sessions.delete(id);
      return null;
    }
    session.usedAt = now;
    return { visitor: session, bySession: true };
  }

  /** The answer of a login service, or null when there is no such service. */
  logIn(call: Call, now: number): object | null {
    const outcome = this.#check(call);
    if (outcome === null) return null;
    if (!outcome) return loginAnswer(null);
    const id = `sess-${Math.floor(this.#random() * 1e15).toString(36)}-${this.#sessions.size + 1}`;
    this.#sessions.set(id, { user: CREDENTIALS.userName, org: '100', usedAt: now });
    return loginAnswer(id);
  }

  #check(call: Call): boolean | null {
    const { acctId, userName, password, appId, appSecret } = CREDENTIALS;
    const [first, second, third, fourth, fifth] = call.args.map(String);
    const isUser = first === acctId && second === userName && !this.#isRevoked;
    switch (call.service) {
      case 'ValidateUser':
        if (call.args.length > 0) return isUser && third === password;
        return !this.#isRevoked && isNamedUser(call);
      case 'LoginByAppSecret':
        return isUser && third === appId && fourth === appSecret;
      case 'LoginBySign':
        return isUser && third === appId && fifth === signLogin(CREDENTIALS, fourth ?? '');
      default:
        return null;
    }
  }

  #bySignature({ headers, path }: SimulatorRequest): Visitor | null {
    const timestamp = String(headers['x-api-timestamp'] ?? '');
    const nonce = String(headers['x-api-nonce'] ?? '');
    const data = Buffer.from(String(headers['x-kd-appdata'] ?? ''), 'base64').toString('utf8');
    const [acctId = '', userName = '', lcid = '', orgNumber = ''] = data.split(',');
    const who: Signatory = { ...CREDENTIALS, acctId, userName, lcid: Number(lcid), orgNumber };
    const expected = signHeaders(who, { path, timestamp, nonce });
    const signed = ['X-Kd-Appkey', 'X-Kd-Signature', 'X-Api-Signature', 'X-Api-ClientID'];
    const isSigned = signed.every((name) =>
      isSame(expected[name] ?? '', String(headers[name.toLowerCase()] ?? '')),
    );
    const isUser = acctId === CREDENTIALS.acctId && userName === CREDENTIALS.userName;
    return isSigned && isUser && timestamp !== '' && !this.#isRevoked
      ? { user: userName, org: orgNumber || '100' }
      : null;
  }
}

function isNamedUser({ named }: Call): boolean {
  const { acctId, userName, password } = CREDENTIALS;
  return (
    member(named, 'acctID') === acctId &&
    member(named, 'username') === userName &&
    member(named, 'password') === password
  );
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sessionIdOf({ headers }: SimulatorRequest): string {
  const header = headers['kdservice-sessionid'];
  if (typeof header === 'string') return header;
  return /kdservice-sessionid=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
}

function loginAnswer(sessionId: string | null): object {
  const isIn = sessionId !== null;
  return {
    Message: isIn ? null : FAILED,
    MessageCode: 'CheckPasswordPolicy',
    LoginResultType: isIn ? 1 : 0,
    Context: isIn
      ? {
          UserId: 100001,
          UserName: CREDENTIALS.userName,
          DBid: CREDENTIALS.acctId,
          DataCenterName: '通账演示',
          SessionId: sessionId,
          CurrentOrganizationInfo: { ID: 1, AcctOrgType: '1', Name: '总公司', FunctionIds: [101] },
          UserToken: sessionId,
        }
      : null,
    KDSVCSessionId: sessionId,
    FormId: null,
    RedirectFormParam: null,
    ErrorStackTrace: null,
    Lcid: 0,
    AccessToken: null,
    IsSuccessByAPI: isIn,
  };
}
