/** As much of a browser as pages of a provider need: cookies per host, forms, and redirects until `stopAt`. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Follows redirects; the address of `stopAt` is not asked for but handed back, as is a page without a redirect. */
  async open(address: string, stopAt: string, form?: URLSearchParams): Promise<Page> {
    let [url, body] = [new URL(address), form];
    for (let hops = 0; hops < 20; hops += 1) {
      if (url.href.startsWith(stopAt)) return { url, html: '' };
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: this.#cookieHeader(url) },
        ...(body ? { method: 'POST', body } : {}),
      });
      this.#keep(url, answer);
      const html = await answer.text();
      const location = answer.headers.get('location');
      if (location === null) return { url, html };
      [url, body] = [new URL(location, url), undefined];
    }
    throw new Error(`${address} redirects in circles`);
  }

  /** Signs in as `login` on the pages of `oidc-provider` and gives the address that leads back. */
  async signIn(address: string, login: string, stopAt: string): Promise<URL> {
    let page = await this.open(address, stopAt);
    while (page.html !== '') {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page.html)?.[1];
      if (!action || !prompt) throw new Error(`no form at ${page.url}: ${page.html.slice(0, 2000)}`);
      const form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) });
      page = await this.open(new URL(action, page.url).href, stopAt, form);
    }
    return page.url;
  }

  #cookieHeader({ host }: URL): string {
    return [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep({ host }: URL, answer: Response): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
  }
}

interface Page {
  readonly url: URL;
  readonly html: string;
}
