import { createHmac } from 'node:crypto';

interface Message {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  attempts: number;
}

const AT_ONCE = 4;
/** The next one is taken from this many at the front: neighbours overtake each other. */
const SHUFFLED = 8;
const TWICE = 0.1;
const ATTEMPTS_MAX = 8;
const BACKOFF_MS = 50;

/** Sends webhooks as a shop does: signed, at least once, sometimes twice, not in order, again when not answered. */
export class HookSender {
  readonly #secret: string;
  readonly #random: () => number;
  readonly #queue: Message[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stop = new AbortController();
  #sending = 0;
  #sent = 0;
  #dropped = 0;

  constructor(secret: string, random: () => number) {
    this.#secret = secret;
    this.#random = random;
  }

  get counts() {
    return {
      pending: this.#queue.length + this.#sending + this.#timers.size,
      sent: this.#sent,
      dropped: this.#dropped,
    };
  }

  send(topic: string, address: string, body: string): void {
    const id = Array.from({ length: 4 }, () =>
      Math.floor(this.#random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    );
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-api-version': '2024-04',
      // The name under which this shop is connected to, as with a real one.
      'x-shopify-shop-domain': '127.0.0.1',
      'x-shopify-webhook-id': id.join('-'),
      'x-shopify-hmac-sha256': createHmac('sha256', this.#secret).update(body, 'utf8').digest('base64'),
    };
    const copies = this.#random() < TWICE ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.#queue.push({ address, headers, body, attempts: 0 });
    this.#work();
  }

  close(): void {
    this.#stop.abort();
    this.#queue.length = 0;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #work(): void {
    while (this.#sending < AT_ONCE && this.#queue.length > 0) {
      const index = Math.floor(this.#random() * Math.min(SHUFFLED, this.#queue.length));
      const [message] = this.#queue.splice(index, 1);
      if (message === undefined) return;
      this.#sending += 1;
      this.#post(message).then((isTaken) => this.#settle(message, isTaken));
    }
  }

  async #post({ address, headers, body }: Message): Promise<boolean> {
    try {
      const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(5_000)]);
      const answer = await fetch(address, { method: 'POST', headers, body, signal });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  #settle(message: Message, isTaken: boolean): void {
    this.#sending -= 1;
    message.attempts += 1;
    if (isTaken) this.#sent += 1;
    else if (message.attempts < ATTEMPTS_MAX) this.#later(message);
    else this.#dropped += 1;
    this.#work();
  }

  #later(message: Message): void {
    if (this.#stop.signal.aborted) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#queue.push(message);
        this.#work();
      },
      BACKOFF_MS * 2 ** message.attempts,
    );
    this.#timers.add(timer);
  }
}
