import type { Schemas } from '#console/api/paths.ts';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import type { Say } from '#console/words/say.ts';
import type { Language } from '#core/trouble/message.ts';
import type { stateWords, words } from './words.ts';

export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly by: string | null;
  readonly text: string;
  /** What somebody wrote, in contrast to what was done. */
  readonly isComment?: boolean;
  /** The correction in force that it tells of. */
  readonly correction?: string;
}

interface Known {
  readonly exception: Schemas['Exception'];
  readonly comments: readonly Schemas['ExceptionComment'][];
  readonly corrections: readonly Schemas['Correction'][];
}

interface Telling {
  readonly say: Say<typeof words>;
  readonly sayState: Say<typeof stateWords>;
  readonly reader: Language;
  /** The name behind a login. */
  readonly whoIs: (login: string) => string;
}

/** Everything that happened to an exception, oldest first. Pure. */
export function historyOf(known: Known, telling: Telling): Happening[] {
  const { say, whoIs } = telling;
  const { exception, comments } = known;
  const { assignedAt, assignedBy, assignedTo } = exception;
  const assigned =
    assignedAt === null || assignedTo === null
      ? []
      : [
          {
            key: 'assigned',
            at: assignedAt,
            by: assignedBy,
            text: say('hAssigned', { to: whoIs(assignedTo) }),
          },
        ];
  return [
    { key: 'opened', at: exception.openedAt, by: null, text: say('hOpened') },
    ...assigned,
    ...comments.map(({ id, writtenAt, writtenBy, text }) => ({
      ...{ key: `comment ${id}`, at: writtenAt, by: writtenBy, text, isComment: true },
    })),
    ...corrected(known, telling),
    ...closed(exception, telling),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
}

function corrected({ corrections }: Known, { say, reader }: Telling): Happening[] {
  return corrections.flatMap((one) => {
    const field = fieldName(one.at, reader);
    const before = one.before ?? say('empty');
    const value = one.value ?? say('empty');
    const text = say('hCorrected', { field, before, value, reason: one.reason });
    const made = { key: `correction ${one.id}`, at: one.madeAt, by: one.madeBy, text };
    if (one.revokedAt === null) return [{ ...made, correction: one.id }];
    const revoked = say('hRevoked', { field });
    return [made, { key: `revoked ${one.id}`, at: one.revokedAt, by: one.revokedBy, text: revoked }];
  });
}

function closed({ closedAt, closedBy, note, state }: Known['exception'], { sayState }: Telling): Happening[] {
  if (closedAt === null) return [];
  const text = note === null ? sayState(state) : `${sayState(state)} · ${note}`;
  return [{ key: 'closed', at: closedAt, by: closedBy, text }];
}
