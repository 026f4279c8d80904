import Type from 'typebox';
import { tell } from '#api/http/problem.ts';
import { Code, exactly, Finding, Id, orNull } from '#api/http/schemas.ts';
import type { Language } from '#core/trouble/message.ts';
import type { EndpointRow } from '#storage/webhook-endpoints.ts';
import type { AttemptedMessage, MessageRow } from '#storage/webhook-messages.ts';
import { WEBHOOK_EVENTS } from '#storage/webhook-messages.ts';

const EVENTS_MAX = 20;
const BOOKS_MAX = 200;
const Events = Type.Array(Type.Union(WEBHOOK_EVENTS.map((event) => Type.Literal(event))), {
  minItems: 1,
  maxItems: EVENTS_MAX,
  uniqueItems: true,
});
const Books = orNull(Type.Array(Code, { minItems: 1, maxItems: BOOKS_MAX, uniqueItems: true }));
const Title = Type.String({ minLength: 1, maxLength: 200 });
const Url = Type.String({ minLength: 1, maxLength: 2000 });
const State = Type.Union(['active', 'paused', 'disabled'].map((state) => Type.Literal(state)));

export const NewWebhook = exactly({ title: Title, url: Url, events: Events, books: Type.Optional(Books) });

export const WebhookChanges = exactly({
  title: Type.Optional(Title),
  url: Type.Optional(Url),
  events: Type.Optional(Events),
  books: Type.Optional(Books),
  state: Type.Optional(State),
});

export const WebhookBody = Type.Object(
  {
    id: Id,
    title: Type.String(),
    url: Type.String(),
    events: Type.Array(Type.String()),
    books: orNull(Type.Array(Code, { description: 'Null: every book its owner sees' })),
    state: Type.Union(['active', 'paused', 'disabled'].map((state) => Type.Literal(state))),
    reason: orNull(Type.String({ description: 'Why it is disabled: `webhook_gone` when it answered 410' })),
    owner: Type.String({ description: 'Who made it: it is told what they may see' }),
    previousSecretUntil: orNull(Type.String({ description: 'Until then both secrets sign' })),
    createdAt: Type.String(),
    changedAt: Type.String(),
  },
  { $id: 'Webhook' },
);

export const WebhookWithSecret = Type.Object(
  {
    ...WebhookBody.properties,
    secret: orNull(Type.String({ description: 'Shown this once; null when asked again with the same key' })),
  },
  { $id: 'WebhookWithSecret' },
);

export const MessageState = Type.Union(
  ['waiting', 'sending', 'sent', 'failed', 'dropped'].map((state) => Type.Literal(state)),
);

export const MessageBody = Type.Object(
  {
    id: Id,
    eventId: Type.String({ description: '`webhook-id` of every attempt' }),
    type: Type.String(),
    subject: Type.String(),
    state: MessageState,
    attempts: Type.Integer(),
    happenedAt: Type.String(),
    nextAttemptAt: orNull(Type.String()),
    endedAt: orNull(Type.String()),
    error: orNull(Finding),
  },
  { $id: 'WebhookMessage' },
);

export const MessageWithAttempts = Type.Object(
  {
    ...MessageBody.properties,
    history: Type.Array(
      Type.Object({
        attempt: Type.Integer(),
        startedAt: Type.String(),
        endedAt: Type.String(),
        status: orNull(Type.Integer({ description: 'Null: no answer came' })),
        error: orNull(Finding),
      }),
    ),
  },
  { $id: 'WebhookMessageWithAttempts' },
);

export function webhookBody(row: EndpointRow) {
  return {
    id: String(row.endpoint_id),
    title: row.title,
    url: row.url,
    events: row.events,
    books: row.books,
    state: row.state,
    reason: row.reason,
    owner: row.owner,
    previousSecretUntil: row.previous_until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

export function messageBody(row: MessageRow, language: Language) {
  return {
    id: String(row.message_id),
    eventId: row.event_id,
    type: row.type,
    subject: String(row.subject),
    state: row.state,
    attempts: row.attempts,
    happenedAt: row.happened_at.toISOString(),
    nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at.toISOString() : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    error: row.error && tell(row.error, language),
  };
}

export function attemptBody(row: AttemptedMessage, language: Language) {
  return {
    attempt: row.attempt,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    status: row.status,
    error: row.error && tell(row.error, language),
  };
}
