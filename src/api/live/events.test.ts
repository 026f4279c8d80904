import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { limitedPrincipal } from '#api/testing/limited-principal.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { NewsRoom } from './news-room.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** A page that listens: what it heard so far, and what it waits for. */
class Page {
  readonly heard: Told[] = [];
  readonly ended: Promise<void>;
  status = 0;
  text = '';
  readonly #hangUp = new AbortController();
  #changed: () => void = () => undefined;

  constructor(url: string, headers: Record<string, string>) {
    this.ended = this.#read(url, headers).catch(() => undefined);
  }

  async #read(url: string, headers: Record<string, string>): Promise<void> {
    const answer = await fetch(url, { headers, signal: this.#hangUp.signal });
    this.status = answer.status;
    this.#changed();
    const decoder = new TextDecoder();
    for await (const chunk of answer.body!) {
      this.text += decoder.decode(chunk, { stream: true });
      for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
        this.#take(this.text.slice(0, end));
        this.text = this.text.slice(end + 2);
      }
      this.#changed();
    }
  }

  #take(block: string): void {
    const lines = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const event = lines.get('event');
    if (event)
      this.heard.push({ id: lines.get('id') ?? '', event, data: JSON.parse(lines.get('data') ?? '{}') });
    else this.heard.push({ id: '', event: 'comment', data: block });
  }

  /** The first thing heard that fits, as soon as it is. */
  async hears(fits: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  hangUp(): void {
    this.#hangUp.abort();
  }
}

async function listening(t: TestContext, heartbeatMs = 50) {
  const hub = await testHub(t, { limits: { heartbeatMs, newsEveryMs: 50 } });
  const url = await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const authorization = await hub.tokenFor();
  const open = (headers: Record<string, string> = {}) => {
    const page = new Page(`${url}/api/v1/events`, { authorization, ...headers });
    t.after(() => page.hangUp());
    return page;
  };
  return { hub, open };
}

const post = (hub: TestHub, body: object) => hub.ask('POST', DOCUMENTS, { body });
const isOf = (event: string, path: string, value: unknown) => (told: Told) =>
  told.event === event && valueAt(told.data, path) === value;

test('events: what happens is heard, and what was missed is told again', async (t) => {
  const { hub, open } = await listening(t);
  const page = open();
  const hello = await page.hears(({ event }) => event === 'hello');
  await post(hub, sale('E-1'));
  await page.hears(isOf('overview', 'measure', 'posted'));
  await post(hub, sale('E-2', { customer: '' }));
  const exception = await page.hears(({ event }) => event === 'exception');
  assert.partialDeepStrictEqual(exception.data, { book: 'demo', flow: 'sales' });
  await page.hears(({ event }) => event === 'backlog');
  await page.hears(({ event }) => event === 'comment');
  await hub.ask('POST', '/api/v1/exceptions/1/replay', { body: {} });
  const run = await page.hears(({ event }) => event === 'run');
  assert.partialDeepStrictEqual(run.data, { flow: 'sales', kind: 'replay' });

  page.hangUp();
  await page.ended;
  const back = open({ 'last-event-id': hello.id });
  await back.hears(isOf('overview', 'measure', 'posted'));
  const again = back.heard.filter(({ event }) => event !== 'comment').map(({ id }) => id);
  assert.deepEqual(again.slice(0, 2), [hello.id, page.heard.filter(({ id }) => id !== '')[1]?.id]);

  const stranger = open({ 'last-event-id': 'another.7' });
  await stranger.hears(({ event }) => event === 'reset');
});

test('events: one who is granted another book hears nothing of this one', async (t) => {
  const { hub, open } = await listening(t);
  const everything = open();
  const other = open({
    authorization: hub.tokenOf(
      limitedPrincipal({ permissions: ['overview:read', 'exceptions:read'], books: ['other'] }),
    ),
  });
  await everything.hears(({ event }) => event === 'hello');
  await other.hears(({ event }) => event === 'hello');
  await post(hub, sale('E-1'));
  await everything.hears(isOf('overview', 'measure', 'posted'));
  await other.hears(({ event }) => event === 'comment');
  assert.deepEqual(
    other.heard.map(({ event }) => event).filter((event) => event !== 'comment'),
    ['hello'],
  );
});

test('events: a session that is over hears nothing more', async (t) => {
  const { hub, open } = await listening(t);
  const principal = limitedPrincipal({ permissions: ['overview:read'], books: null });
  const authorization = hub.tokenOf(principal);
  const page = open({ authorization });
  await page.hears(({ event }) => event === 'comment');
  hub.forgetToken(authorization);
  await page.ended;
});

test('events: so many pages each, and no more', async (t) => {
  const { open } = await listening(t);
  const pages = Array.from({ length: NewsRoom.eachMax }, () => open());
  for (const page of pages) await page.hears(({ event }) => event === 'hello');
  const one = open();
  await one.ended;
  assert.equal(one.status, 429);
});

test('events: a stopping server ends them', async (t) => {
  const { hub, open } = await listening(t, 60_000);
  const page = open();
  await page.hears(({ event }) => event === 'hello');
  await hub.app.close();
  await page.ended;
});
