import { Fault } from '#core/trouble/trouble.ts';

/** `fetch` that reaches one origin and nothing else: what rehearses with a simulator must not find the real system. */
export function onlyTo(url: string): typeof fetch {
  const { origin } = new URL(url);
  return async (input, init) => {
    const wanted = new URL(input instanceof Request ? input.url : input);
    if (wanted.origin !== origin) {
      throw new Fault('address_refused', { retry: { kind: 'never' }, params: { address: wanted.origin } });
    }
    return fetch(wanted, { redirect: 'manual', ...init });
  };
}
