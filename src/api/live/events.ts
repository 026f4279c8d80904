import { Readable } from 'node:stream';
import Type from 'typebox';
import { Access } from '#access/access.ts';
import type { ApiContext } from '#api/api-context.ts';
import { ok, trouble } from '#api/http/answer.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { Problem } from '#api/http/schemas.ts';
import { assert } from '#core/trouble/trouble.ts';
import { NewsRoom, type NumberedNews } from './news-room.ts';

const HEARTBEAT_MS = 15_000;
/** Whoever reads slower than this is cut off, and comes back with the id of what it heard last. */
const UNREAD_MAX = 256 * 1024;
const RETRY_MS = 3_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy that gathers answers before it hands them on would hold back the news.
  'x-accel-buffering': 'no',
};

export const getEvents = defineRoute({
  method: 'GET',
  path: '/events',
  summary:
    'Hear what changes, as server-sent events: figures, backlogs, runs, exceptions, deliveries in trouble',
  tag: 'Overview',
  permission: 'self',
  scope: 'list',
  gives: ['text/event-stream'],
  replies: { 200: Type.String(), 429: Problem },
  async handle({ raw }, context) {
    const { news: room } = context;
    assert(room, 'whoever serves the API has a news room');
    if (!room.hasRoomFor(raw.principal)) {
      return trouble({ code: 'too_many_listeners', params: { max: String(NewsRoom.eachMax) } });
    }
    return ok(await new Listener(raw, context, room).open(), HEADERS);
  },
});

/** One open page: what it may hear, until it hangs up, its session ends, or the server stops. */
class Listener {
  readonly #raw: RawRequest;
  readonly #context: ApiContext;
  readonly #room: NewsRoom;
  readonly #stream = new Readable({ read: () => undefined });
  #access: Access;

  constructor(raw: RawRequest, context: ApiContext, room: NewsRoom) {
    this.#raw = raw;
    this.#context = context;
    this.#room = room;
    this.#access = raw.access;
  }

  async open(): Promise<Readable> {
    const { signal } = this.#raw;
    const early: NumberedNews[] = [];
    let hear = (news: NumberedNews): void => void early.push(news);
    const leave = await this.#room.join(this.#raw.principal, (news) => hear(news));
    const beat = setInterval(() => void this.#beat(), this.#context.limits?.heartbeatMs ?? HEARTBEAT_MS);
    this.#stream.once('close', () => {
      clearInterval(beat);
      leave();
    });
    signal.addEventListener('abort', () => this.#end(), { once: true });
    this.#stream.push(`retry: ${RETRY_MS}\n\n`);
    this.#resume(early);
    hear = (news) => this.#tell(news);
    if (signal.aborted) this.#end();
    return this.#stream;
  }

  /** From the last event it heard, where that is still known; else it is told to read everything anew. */
  #resume(early: readonly NumberedNews[]): void {
    const { newest, epoch } = this.#room;
    const given = this.#raw.headers['last-event-id']?.toString() ?? null;
    if (given === null) {
      this.#write('hello', newest, {});
      for (const news of early) this.#tell(news);
      return;
    }
    const [theirs, number] = given.split('.');
    const missed =
      theirs === epoch && number && /^\d{1,15}$/.test(number) ? this.#room.since(Number(number)) : null;
    this.#write(missed ? 'hello' : 'reset', missed ? Number(number) : newest, {});
    for (const news of missed ?? []) this.#tell(news);
  }

  #tell(news: NumberedNews): void {
    const { permission, isSeen } = news;
    if (this.#access.may(permission) && isSeen(this.#access.sight(permission))) {
      this.#write(news.type, news.number, news.data);
    }
  }

  #write(type: string, number: number, data: unknown): void {
    if (this.#stream.destroyed) return;
    if (this.#stream.readableLength > UNREAD_MAX) this.#end();
    else
      this.#stream.push(
        `id: ${this.#room.epoch}.${number}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`,
      );
  }

  /** A sign of life, and a look at who listens: a session that is over hears nothing more, and is not kept alive by this. */
  async #beat(): Promise<void> {
    try {
      const principal = await this.#context.authenticate({ ...this.#raw.caller, isIdle: true });
      if (principal.session && !principal.session.isComplete) return this.#end();
      this.#access = new Access(principal);
      if (this.#stream.readableLength > UNREAD_MAX) this.#end();
      else if (!this.#stream.destroyed) this.#stream.push(': \n\n');
    } catch {
      this.#end();
    }
  }

  #end(): void {
    if (this.#stream.destroyed || this.#stream.readableEnded) return;
    this.#stream.push(null);
    // Nobody may be there to read to the end.
    this.#stream.resume();
  }
}
