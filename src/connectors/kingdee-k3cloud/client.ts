import type { Ports } from '#connectors/kit/connector.ts';
import { requestJson } from '#connectors/kit/http.ts';
import { secretsOf } from '#connectors/kit/secrets.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { readRows, readWrite, rejectCallTrouble, SESSION_LOST, type WriteAnswer } from './answers.ts';
import { learnFacts, type TenantFacts } from './facts.ts';
import { refusalOf } from './refusals.ts';
import { RepeatMarks } from './repeat-marks.ts';
import { loginCall, readLogin, sessionHeaders, signedHeaders } from './session.ts';
import { type KingdeeSettings, kingdeeSettings } from './settings.ts';

const AUTH = 'Kingdee.BOS.WebApi.ServicesStub.AuthService.';
const FORM = 'Kingdee.BOS.WebApi.ServicesStub.DynamicFormService.';

export interface Query {
  readonly FormId: string;
  readonly FieldKeys: string;
  readonly FilterString?: string;
  readonly OrderString?: string;
  readonly StartRow?: number;
  readonly Limit?: number;
}

type Operation = 'BatchSave' | 'Submit' | 'Audit' | 'UnAudit' | 'Delete' | 'CancelAssign';

const EDIT_LOCK_TRIES = 4;
const EDIT_LOCK_WAIT_MS = 400;

/**
 * A connection to one data centre. It keeps one session for all its calls, because every login costs the server memory
 * until it times out, and signs on again when the server has forgotten it.
 */
export class KingdeeClient {
  readonly settings: KingdeeSettings;
  readonly ports: Ports;
  readonly repeats = new RepeatMarks();
  readonly #secrets: readonly string[];
  #session: Promise<string> | null = null;
  #facts: Promise<TenantFacts> | null = null;
  #nextCallAt = 0;

  constructor(settings: KingdeeSettings, ports: Ports) {
    this.settings = settings;
    this.ports = ports;
    this.#secrets = secretsOf(kingdeeSettings, settings);
  }

  /** What the data centre says about its vouchers, dimensions, currencies and words. Asked once. */
  facts(signal: AbortSignal): Promise<TenantFacts> {
    this.#facts ??= learnFacts(this, signal).catch((error: unknown) => {
      this.#facts = null;
      throw error;
    });
    return this.#facts;
  }

  /** Rows in the order of `FieldKeys`. One page; see `pages`. */
  async query(query: Query, signal: AbortSignal): Promise<readonly (readonly unknown[])[]> {
    const data = { TopRowCount: 0, StartRow: 0, Limit: this.settings.pageSize, SubSystemId: '', ...query };
    return readRows(await this.#call(`${FORM}ExecuteBillQuery`, { data }, { isRead: true, signal }));
  }

  /** All rows, page by page. No answer tells a total: the last page is the one that is not full. */
  async *pages(query: Query, signal: AbortSignal): AsyncGenerator<readonly (readonly unknown[])[]> {
    const Limit = query.Limit ?? this.settings.pageSize;
    for (let StartRow = 0; ; StartRow += Limit) {
      const rows = await this.query({ ...query, StartRow, Limit }, signal);
      if (rows.length > 0) yield rows;
      if (rows.length < Limit) return;
    }
  }

  metadata(FormId: string, signal: AbortSignal): Promise<unknown> {
    return this.#call(`${FORM}QueryBusinessInfo`, { data: { FormId } }, { isRead: true, signal });
  }

  report(formid: string, data: object, signal: AbortSignal): Promise<unknown> {
    return this.#call(`${FORM}GetSysReportData`, { formid, data }, { isRead: true, signal });
  }

  /** A write. An edit lock is somebody having the document open; it passes, so it is waited for a little. */
  async write(operation: Operation, formid: string, data: object, signal: AbortSignal): Promise<WriteAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return readWrite(
          await this.#call(`${FORM}${operation}`, { formid, data }, { isRead: false, signal }),
        );
      } catch (error) {
        const isLocked = error instanceof Fault && error.code === 'kingdee_edit_lock';
        if (!isLocked || attempt === EDIT_LOCK_TRIES) throw error;
        await this.ports.sleep(EDIT_LOCK_WAIT_MS * attempt * (0.5 + this.ports.random()), signal);
      }
    }
  }

  /** Ends the session, so that it does not occupy the server until it times out. */
  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    try {
      await this.#post(`${AUTH}Logout`, {}, { isRead: true, headers: sessionHeaders(await session) });
    } catch (error) {
      this.ports.log('logout_failed', { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async #call(
    service: string,
    body: object,
    options: { isRead: boolean; signal: AbortSignal },
  ): Promise<unknown> {
    try {
      return await this.#callOnce(service, body, options);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== SESSION_LOST) throw error;
      if (this.settings.signIn === 'signed-headers') throw refusedSignature(error);
      // Nothing was done: the server did not know who asked.
      return await this.#callOnce(service, body, options);
    }
  }

  async #callOnce(
    service: string,
    body: object,
    options: { isRead: boolean; signal: AbortSignal },
  ): Promise<unknown> {
    const session = this.#session ?? this.#signOn(options.signal);
    try {
      const headers = await this.#headersFor(service, session);
      const answer = await this.#post(service, body, { ...options, headers });
      rejectCallTrouble(answer, options);
      return answer;
    } catch (error) {
      const isLost = error instanceof Fault && error.code === SESSION_LOST;
      // Whoever else lost the same session may have signed on again already.
      if (isLost && this.#session === session) this.#session = null;
      throw error;
    }
  }

  async #headersFor(service: string, session: Promise<string>): Promise<Record<string, string>> {
    if (this.settings.signIn !== 'signed-headers') return sessionHeaders(await session);
    return signedHeaders(this.settings, new URL(this.#urlOf(service)).pathname, this.ports.now().getTime());
  }

  /** One login however many calls wait for it. */
  #signOn(signal: AbortSignal): Promise<string> {
    const session = this.#logIn(signal);
    this.#session = session;
    session.catch(() => {
      if (this.#session === session) this.#session = null;
    });
    return session;
  }

  async #logIn(signal: AbortSignal): Promise<string> {
    const login = loginCall(this.settings, this.ports.now().getTime());
    if (login === null) return '';
    const { service, parameters } = login;
    const sessionId = readLogin(
      await this.#post(`${AUTH}${service}`, { parameters }, { isRead: true, signal, headers: {} }),
    );
    if (this.settings.orgNumber !== '') await this.#switchOrg(sessionId, signal);
    this.ports.log('signed_on', { service, user: this.settings.userName });
    return sessionId;
  }

  async #switchOrg(sessionId: string, signal: AbortSignal): Promise<void> {
    const body = { data: { OrgNumber: this.settings.orgNumber } };
    const answer = await this.#post(`${FORM}SwitchOrg`, body, {
      isRead: true,
      signal,
      headers: sessionHeaders(sessionId),
    });
    rejectCallTrouble(answer, { isRead: true });
    const [trouble] = readWrite(answer).troubles;
    if (trouble) throw new RefusalError({ ...refusalOf(trouble), at: 'orgNumber' });
  }

  async #post(
    service: string,
    body: object,
    { isRead, signal, headers }: { isRead: boolean; signal?: AbortSignal; headers: Record<string, string> },
  ): Promise<unknown> {
    await this.#pace(signal);
    const answer = await requestJson(this.ports, {
      url: this.#urlOf(service),
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      timeoutMs: this.settings.timeoutMs,
      isRead,
      secrets: this.#secrets,
      ...(signal ? { signal } : {}),
    });
    if (answer.status < 300) return answer.body;
    const params = { status: String(answer.status), answer: answer.text.slice(0, 300) };
    if ([401, 403].includes(answer.status)) throw new RefusalError({ code: 'credentials_refused', params });
    throw new Fault('answer_not_understood', { retry: { kind: 'never' }, params });
  }

  #urlOf(service: string): string {
    return `${this.settings.serverUrl.replace(/\/*$/, '/')}${service}.common.kdsvc`;
  }

  /** Spreads calls so that no more than `perSecondMax` begin in a second. */
  async #pace(signal: AbortSignal | undefined): Promise<void> {
    const now = this.ports.now().getTime();
    const at = Math.max(now, this.#nextCallAt);
    this.#nextCallAt = at + 1000 / this.settings.perSecondMax;
    if (at > now) await this.ports.sleep(at - now, signal);
  }
}

/** A signed call carries its whole proof with it: a server that does not know us after that will not know us later. */
function refusedSignature(fault: Fault): RefusalError {
  return new RefusalError({ code: 'credentials_refused', params: { answer: fault.params.answer ?? '' } });
}
