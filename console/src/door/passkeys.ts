import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { api, told } from '#console/api/client.ts';

/** Asks the hub for a challenge, the device for an answer, and the hub whether it is right. */

/** Signs in, or gives the second proof. */
export async function signInByPasskey(): Promise<void> {
  await api.POST('/api/v1/session/passkey', { body: { response: await answerOfDevice() } });
}

/** Proves to be there, before a sensitive change. */
export async function proveByPasskey(): Promise<void> {
  await api.POST('/api/v1/session/prove', { body: { response: await answerOfDevice() } });
}

/**
 * Makes a passkey on this device, under the name its owner gives it. Gives recovery codes where it is the first factor of
 * somebody who has none yet.
 */
export async function addPasskey(title: string): Promise<readonly string[] | null> {
  const optionsJSON = await told(api.POST('/api/v1/me/passkeys/options'));
  const response = await startRegistration({ optionsJSON: optionsJSON as never });
  const body = { title, response: response as never };
  return (await told(api.POST('/api/v1/me/passkeys', { body }))).recoveryCodes;
}

/** Whether this browser can do it here: it wants HTTPS or localhost, and a name, not an address. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** The library and the API's description write the same JSON in types that differ in what may be absent. */
async function answerOfDevice(): Promise<never> {
  const optionsJSON = await told(api.POST('/api/v1/session/passkey/options'));
  return (await startAuthentication({ optionsJSON: optionsJSON as never })) as never;
}
