import type { Caller } from '#access/caller.ts';
import { type Entry, enter } from '#access/entry.ts';
import type { SessionFacts } from '#access/principal.ts';
import { hashToken, newToken } from '#access/random-token.ts';
import { signOnCookie, signOnToken } from '#access/session-cookie.ts';
import type { Factor } from '#access/sessions.ts';
import { addressOf, type Counter, giveBackTry, requireTry } from '#access/throttle.ts';
import { accept, type Outcome, RefusalError, refuse } from '#core/trouble/trouble.ts';
import type { Database, Tx } from '#storage/database.ts';
import {
  deleteExpiredSignOns,
  insertPendingSignOn,
  type TakenSignOn,
  takePendingSignOn,
} from '#storage/pending-sign-ons.ts';
import { admit } from './admit.ts';
import { auditRefusal } from './audit-refusal.ts';
import type { Identified } from './identified.ts';
import { type Asked, Oidc, type OidcPorts } from './oidc.ts';
import type { Open } from './provider.ts';
import { type OidcProvider, oidcInUse } from './provider-in-use.ts';

export interface SignOnOptions {
  readonly database: Database;
  readonly ports: OidcPorts;
  /** Opens sealed secrets. */
  readonly open: Open;
  /** Where browsers reach the hub; null: where they sent the request. */
  readonly publicUrl: string | null;
}

/** A browser about to leave for a provider. */
export interface Leaving {
  readonly caller: Caller;
  /** The path it wants when it is back. */
  readonly returnTo: string;
}

/** A browser that came back from a provider. */
export interface ComingBack {
  /** What it brought, as it came. */
  readonly query: Readonly<Record<string, string>>;
  readonly caller: Caller;
  /** The session this browser had: it ends. */
  readonly previous: SessionFacts | undefined;
}

export interface Arrival {
  readonly entry: Entry;
  readonly returnTo: string;
}

interface Proof {
  readonly provider: OidcProvider;
  readonly identified: Identified;
  readonly back: ComingBack;
}

const PENDING_MS = 10 * 60_000;

/** Sign-on in a browser, from the first click to the session. */
export class SignOn {
  readonly #options: SignOnOptions;
  readonly #oidc: Oidc;

  constructor(options: SignOnOptions) {
    this.#options = options;
    this.#oidc = new Oidc(options.ports);
  }

  /** Where the browser goes, and the cookie by which it is known when it comes back. */
  async begin(code: string, { caller, returnTo }: Leaving): Promise<{ address: string; cookie: string }> {
    const { database, ports, open } = this.#options;
    const now = ports.now();
    await requireTry(database, [triesOf(caller)], now);
    const provider = await oidcInUse(database, code, open);
    const { address, state, nonce, verifier } = await this.#oidc.begin(this.#asked(provider, caller));
    // Two tabs of one browser may be on their way at once: they share the cookie.
    const browser = signOnToken(caller) ?? newToken();
    await deleteExpiredSignOns(database, now);
    await insertPendingSignOn(database, {
      stateHash: hashToken(state),
      browserHash: hashToken(browser),
      providerId: provider.row.provider_id,
      nonce,
      verifier,
      returnTo,
      expiresAt: new Date(now.getTime() + PENDING_MS),
    });
    return { address, cookie: signOnCookie(caller, browser) };
  }

  /** A session for whoever came back and proved who they are. What is refused is in the audit log, with its reason. */
  async finish(code: string, back: ComingBack): Promise<Outcome<Arrival>> {
    const { database, ports, open } = this.#options;
    await requireTry(database, [triesOf(back.caller)], ports.now());
    const provider = await oidcInUse(database, code, open);
    const arrival = await this.#arrive(provider, back);
    if (!arrival.ok) {
      await auditRefusal(database, { provider: code, caller: back.caller, refusal: arrival.refusal });
    }
    return arrival;
  }

  /** Where the browser ends its session at the provider as well; null where there is no such place. */
  async endAddress(code: string, caller: Caller): Promise<string | null> {
    const { database, ports, open } = this.#options;
    await requireTry(database, [triesOf(caller)], ports.now());
    const provider = await oidcInUse(database, code, open);
    return this.#oidc.endAddress(provider, `${this.#origin(caller)}/sign-in`);
  }

  /** To be registered at the provider, to the letter. */
  redirectUri(code: string, caller: Caller): string {
    return `${this.#origin(caller)}/api/v1/sign-on/${code}/callback`;
  }

  async #arrive(provider: OidcProvider, back: ComingBack): Promise<Outcome<Arrival>> {
    const { database, ports } = this.#options;
    const stateHash = hashToken(back.query.state ?? '');
    const pending = await takePendingSignOn(database, { stateHash, now: ports.now() });
    if (!pending || !isOfBrowser(pending, provider, back.caller)) return refuse({ code: 'sign_on_expired' });
    const proved = await this.#prove(provider, pending, back);
    if (!proved.ok) return proved;
    const proof = { provider, identified: proved.value, back };
    const entry = await database.transaction((tx) => this.#enter(tx, proof));
    return entry.ok ? accept({ entry: entry.value, returnTo: pending.return_to }) : entry;
  }

  async #prove(
    provider: OidcProvider,
    { nonce, verifier }: TakenSignOn,
    { query, caller }: ComingBack,
  ): Promise<Outcome<Identified>> {
    const arriving = { query, state: query.state ?? '', nonce, verifier };
    try {
      return accept(await this.#oidc.finish(this.#asked(provider, caller), arriving));
    } catch (error) {
      if (error instanceof RefusalError) return refuse(error.refusal);
      throw error;
    }
  }

  /** Commits also when somebody is refused: what their groups no longer grant is taken away. */
  async #enter(tx: Tx, { provider, identified, back }: Proof): Promise<Outcome<Entry>> {
    const now = this.#options.ports.now();
    const admitted = await admit(tx, { provider: provider.row, identified, now });
    if (!admitted.ok) return admitted;
    const { caller, previous } = back;
    await giveBackTry(tx, [triesOf(caller)]);
    const factors = factorsOf(provider, identified);
    return accept(await enter(tx, { person: admitted.value, factors, caller, now, previous }));
  }

  #origin(caller: Caller): string {
    return this.#options.publicUrl ?? caller.origin;
  }

  #asked({ settings, row }: OidcProvider, caller: Caller): Asked {
    return { settings, redirectUri: this.redirectUri(row.code, caller) };
  }
}

/** Whoever leaves costs a row and a question to the provider; whoever comes back with nothing, a line of the log. */
function triesOf({ ip }: Caller): Counter {
  return { rule: 'challenge', of: `sign-on ${addressOf(ip)}` };
}

/** Nobody finishes what another browser began, or at another provider. */
function isOfBrowser(pending: TakenSignOn, { row }: OidcProvider, caller: Caller): boolean {
  const browser = signOnToken(caller);
  return (
    browser !== null &&
    pending.provider_id === row.provider_id &&
    pending.browser_hash.equals(hashToken(browser))
  );
}

/** A second factor shown elsewhere counts where an administrator said so, and the provider says so each time. */
function factorsOf({ row }: OidcProvider, { hasSecondFactor }: Identified): Factor[] {
  return row.trusts_second_factor && hasSecondFactor ? ['outside', 'outside-second-factor'] : ['outside'];
}
