import type { Language } from '#core/trouble/message.ts';
import { ACTOR_KINDS } from './actor-words.ts';

/**
 * Who acted: a person by name, or by login where the name is not known; anything else by its kind. Pure.
 *
 * @example actorText('schedule:host:1', null, 'zh') // '日程'
 */
export function actorText(actor: string, name: string | null, reader: Language): string {
  const [kind = '', ...rest] = actor.split(':');
  const id = rest.join(':');
  const known = ACTOR_KINDS[kind]?.[reader];
  if (known !== undefined) return known.replace('{id}', name ?? id);
  return name ?? (kind === 'person' ? id : actor);
}
