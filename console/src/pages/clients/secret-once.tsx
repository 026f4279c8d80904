import type { Schemas } from '#console/api/paths.ts';
import { ShownOnce } from '#console/parts/access/shown-once.tsx';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { useSay } from '#console/words/use-say.ts';
import { firstCall } from './first-call.ts';
import { words } from './words.ts';

/** A secret that is shown this once, with the lines that try it. */
export function SecretOnce({
  made: { client, secret },
  close,
}: {
  readonly made: Schemas['ClientWithSecret'];
  readonly close?: () => void;
}) {
  const say = useSay(words);
  const lines = firstCall({ client, secret, hub: location.origin });
  const tryIt = (
    <div>
      <div className="tz-faint">{say(secret === null ? 'tryKeys' : 'tryIt')}</div>
      <Copyable text={lines} label={say('curl')} />
    </div>
  );
  if (secret === null) return tryIt;
  return (
    <ShownOnce label={say('secretOf', { id: client.id })} text={secret} close={close}>
      {tryIt}
    </ShownOnce>
  );
}
