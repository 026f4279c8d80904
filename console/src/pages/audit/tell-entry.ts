import type { Schemas } from '#console/api/paths.ts';
import { actorText } from '#console/parts/actors/actor-text.ts';
import type { Language } from '#core/trouble/message.ts';
import { ACTION_SENTENCES } from './action-words.ts';

type Entry = Pick<
  Schemas['AuditEntry'],
  'actor' | 'actorName' | 'action' | 'subject' | 'subjectName' | 'details'
>;

/** What happened, as a sentence. An action this console does not know is told by its code. */
export function tellEntry(
  entry: Entry,
  { language, roleName }: { readonly language: Language; readonly roleName: (code: string) => string },
): string {
  const who = tellActor(entry, language);
  const { action, subject } = entry;
  const sentence = (ACTION_SENTENCES[`${action} ${subject}`] ?? ACTION_SENTENCES[action])?.[language];
  if (sentence === undefined) return `${who}: ${entry.action} ${entry.subject}`;
  const { role } = entry.details;
  const extra = typeof role === 'string' ? { role: roleName(role) } : {};
  return fill(sentence, { ...entry.details, ...extra, who, what: whatOf(entry, roleName) });
}

/** Who acted: a person by name, anything else by its kind. */
export function tellActor(
  { actor, actorName }: Pick<Entry, 'actor' | 'actorName'>,
  language: Language,
): string {
  return actorText(actor, actorName, language);
}

function whatOf({ subject, subjectName }: Entry, roleName: (code: string) => string): string {
  if (subjectName !== null) return subjectName;
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  if (kind === 'role') return roleName(id);
  return id === '' ? kind : id;
}

function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
  });
}
