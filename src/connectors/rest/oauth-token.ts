/** A token and until when it may be used. */
export interface Token {
  readonly value: string;
  readonly expiresAtMs: number;
}

export interface TokenSource {
  /** A token that is good now. Many may ask at once; one asks the other side. */
  current(): Promise<string>;
  /** Says that this token was not accepted. The next question gets another, unless somebody was faster. */
  reject(value: string): void;
}

/** Asks for a new one this long before the old one ends, so that none expires on its way. */
const EARLY_MS = 30_000;

export function createTokenSource(request: () => Promise<Token>, now: () => Date): TokenSource {
  let token: Token | null = null;
  let pending: Promise<Token> | null = null;

  async function renew(): Promise<Token> {
    try {
      token = await request();
      return token;
    } finally {
      pending = null;
    }
  }

  return {
    async current() {
      if (token !== null && now().getTime() < token.expiresAtMs - EARLY_MS) return token.value;
      pending ??= renew();
      return (await pending).value;
    },
    reject(value) {
      if (token?.value === value) token = null;
    },
  };
}
