import { NotificationOutlined } from '@ant-design/icons';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useSay } from '#console/words/use-say.ts';
import { NewWebhook } from './new-webhook.tsx';
import { TONES } from './states.ts';
import { useEventName } from './use-event-name.ts';
import { stateWords, words } from './words.ts';

/** Which other systems are told of what happens. */
export function WebhooksPage() {
  const say = useSay(words);
  const may = useMay();
  const make = may('webhooks:write') ? <NewWebhook /> : null;
  return (
    <Page title={say('title')} intro={say('intro')} actions={make}>
      <ServerTable
        label={say('title')}
        path="/api/v1/webhooks"
        rowKey={(webhook) => webhook.id}
        open={(webhook) => `/webhooks/${webhook.id}`}
        columns={useColumns()}
        empty={
          <EmptyState icon={<NotificationOutlined />} title={say('emptyTitle')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/webhooks'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const nameOf = useEventName();
  return [
    { key: 'title', title: say('name'), show: ({ title }) => title },
    {
      key: 'state',
      title: say('state'),
      show: ({ state }) => <StateTag tone={TONES[state]}>{sayState(state)}</StateTag>,
    },
    { key: 'url', title: say('url'), show: ({ url }) => <span className="tz-code">{url}</span> },
    { key: 'events', title: say('events'), show: ({ events }) => events.map(nameOf).join('、') },
    { key: 'owner', title: say('owner'), wideOnly: true, show: ({ owner }) => owner.replace(/^person:/, '') },
  ];
}
