import { api } from './client.ts';

/** Ends the session. The page begins anew, so that nothing of what was told to it is left. */
export async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/session');
  location.assign('/sign-in');
}
