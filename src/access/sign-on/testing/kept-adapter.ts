import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Keeps what a provider knows beyond the instance that wrote it, so that one with other keys can go on. */
export function keptAdapter(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const find = async (test: (key: string, payload: AdapterPayload) => boolean) =>
    [...kept].find(([key, payload]) => test(key, payload))?.[1];
  return (model) => ({
    upsert: async (id, payload) => void kept.set(`${model}:${id}`, payload),
    find: async (id) => kept.get(`${model}:${id}`),
    findByUid: (uid) => find((key, payload) => key.startsWith(`${model}:`) && payload.uid === uid),
    findByUserCode: (code) =>
      find((key, payload) => key.startsWith(`${model}:`) && payload.userCode === code),
    consume: async (id) => {
      const payload = kept.get(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
