import { Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { MESSAGE_TONES } from './states.ts';
import { useEventName } from './use-event-name.ts';
import { eventWords, messageWords, words } from './words.ts';

const MESSAGES = '/api/v1/webhooks/{webhook}/messages';
type Message = Schemas['WebhookMessage'];
type Attempt = Schemas['WebhookMessageWithAttempts']['history'][number];

const SOON_MS = 10_000;

interface OfWebhook {
  readonly webhook: Schemas['Webhook'];
}

/** What was and is to be sent, newest first. */
export function MessagesPanel({ webhook }: OfWebhook) {
  const say = useSay(words);
  const [open, setOpen] = useState<Message | null>(null);
  return (
    <>
      <h2 style={{ margin: 0, fontSize: 15 }}>{say('messages')}</h2>
      <ServerTable
        label={say('messages')}
        path={MESSAGES}
        places={{ webhook: webhook.id }}
        rowKey={(message) => message.id}
        columns={useColumns(webhook, setOpen)}
        filters={useFilters()}
        isMoving={isSoonTried}
        empty={<EmptyState title={say('noMessages')}>{say('noMessagesText')}</EmptyState>}
      />
      <Drawer
        open={open !== null}
        size={520}
        title={say('attempts')}
        onClose={() => setOpen(null)}
        destroyOnHidden
      >
        {open ? <Attempts webhook={webhook} message={open} /> : null}
      </Drawer>
    </>
  );
}

function isSoonTried({ state, nextAttemptAt }: Message): boolean {
  return state === 'sending' || (nextAttemptAt !== null && Date.parse(nextAttemptAt) - Date.now() < SOON_MS);
}

function useFilters(): readonly Filter<FilterOf<typeof MESSAGES>>[] {
  const say = useSay(words);
  return [
    {
      kind: 'choice',
      name: 'state',
      label: say('state'),
      choices: choicesOf(messageWords, useSay(messageWords)),
    },
    { kind: 'choice', name: 'type', label: say('event'), choices: choicesOf(eventWords, useSay(eventWords)) },
  ];
}

function useColumns(
  webhook: Schemas['Webhook'],
  open: (message: Message) => void,
): readonly Column<typeof MESSAGES>[] {
  const say = useSay(words);
  const sayState = useSay(messageWords);
  const nameOf = useEventName();
  return [
    { key: 'event', title: say('event'), show: ({ type }) => nameOf(type) },
    {
      key: 'subject',
      title: say('subject'),
      show: ({ subject }) => <span className="tz-code">{subject}</span>,
    },
    {
      key: 'state',
      title: say('state'),
      show: ({ state }) => <StateTag tone={MESSAGE_TONES[state]}>{sayState(state)}</StateTag>,
    },
    {
      key: 'error',
      title: say('error'),
      show: ({ error }) => error && <span title={`${error.advice} [${error.code}]`}>{error.title}</span>,
    },
    { key: 'happened', title: say('happened'), show: ({ happenedAt }) => <DateTime at={happenedAt} /> },
    {
      key: 'next',
      title: say('next'),
      wideOnly: true,
      show: ({ nextAttemptAt }) => <DateTime at={nextAttemptAt} />,
    },
    {
      key: 'actions',
      title: say('actions'),
      show: (message) => (
        <>
          <Button type="link" size="small" onClick={() => open(message)}>
            {say('tries', { n: message.attempts })}
          </Button>
          <Replay webhook={webhook} message={message} />
        </>
      ),
    },
  ];
}

function Replay({ webhook, message }: OfWebhook & { readonly message: Message }) {
  const say = useSay(words);
  const may = useMay();
  const params = { path: { webhook: webhook.id, message: message.id } };
  const replay = useChange({
    change: () => told(api.POST('/api/v1/webhooks/{webhook}/messages/{message}/replay', { params })),
    touches: [[MESSAGES], ['/api/v1/webhooks', webhook.id]],
    done: () => say('replayed'),
  });
  const isFirst = message.state === 'waiting' && message.attempts === 0;
  if (!may('webhooks:write') || message.state === 'sending' || isFirst) return null;
  return (
    <Button type="link" size="small" loading={replay.isPending} onClick={() => replay.mutate()}>
      {say('replay')}
    </Button>
  );
}

/** What went wrong and what to do, with its code. */
function Trouble({ error }: { readonly error: Schemas['Finding'] }) {
  return (
    <>
      {error.title} <span className="tz-faint">{`${error.advice} [${error.code}]`}</span>
    </>
  );
}

function Attempts({ webhook, message }: OfWebhook & { readonly message: Message }) {
  const say = useSay(words);
  const params = { path: { webhook: webhook.id, message: message.id } };
  const told = useTold(['/api/v1/webhooks', webhook.id, 'messages', message.id], () =>
    api.GET('/api/v1/webhooks/{webhook}/messages/{message}', { params }),
  );
  return (
    <Told of={told}>
      {({ eventId, history }) => (
        <>
          <p className="tz-faint">
            {say('eventId')} <span className="tz-code">{eventId}</span>
          </p>
          <Table<Attempt>
            size="small"
            rowKey="attempt"
            pagination={false}
            dataSource={history}
            locale={{ emptyText: say('noTries') }}
            columns={[
              { key: 'at', title: say('at'), render: (_, { startedAt }) => <DateTime at={startedAt} /> },
              {
                key: 'status',
                title: say('answer'),
                render: (_, { status }) => status ?? say('noAnswer'),
              },
              {
                key: 'error',
                title: say('error'),
                render: (_, { error }) => error && <Trouble error={error} />,
              },
            ]}
          />
        </>
      )}
    </Told>
  );
}
