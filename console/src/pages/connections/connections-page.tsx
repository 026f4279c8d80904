import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { CapabilityTags } from '#console/parts/connecting/connector-cards.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { STATE_WORDS, TONES } from './states.ts';
import { useConnectors, useFlows } from './use-connectors.ts';
import { words } from './words.ts';

/** Every connection with its state. */
export function ConnectionsPage() {
  const say = useSay(words);
  const may = useMay();
  const connect = may('connections:write') ? (
    <LinkButton to="/connections/new" type="primary" icon={<PlusOutlined />}>
      {say('connect')}
    </LinkButton>
  ) : null;
  return (
    <Page title={say('title')} intro={say('intro')} actions={connect}>
      <ServerTable
        label={say('title')}
        path="/api/v1/connections"
        rowKey={({ code }) => code}
        open={({ code }) => `/connections/${encodeURIComponent(code)}`}
        columns={useColumns()}
        empty={
          <EmptyState icon={<ApiOutlined />} title={say('emptyTitle')} action={connect}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/connections'>[] {
  const say = useSay(words);
  const reader = language.use();
  const connectors = useConnectors();
  const flows = useFlows();
  const connectorOf = ({ connector }: Schemas['Connection']) =>
    connectors.data?.items.find(({ name }) => name === connector);
  const flowsOf = ({ code }: Schemas['Connection']) =>
    flows.data?.items.filter(({ connections }) => connections.includes(code)) ?? [];
  return [
    { key: 'title', title: say('name'), show: ({ title, code }) => title || code },
    { key: 'system', title: say('system'), show: (row) => connectorOf(row)?.title[reader] ?? row.connector },
    {
      key: 'state',
      title: say('state'),
      show: ({ state, rehearsal }) =>
        rehearsal && state !== 'paused' ? (
          <StateTag tone="warn">{say('rehearsing')}</StateTag>
        ) : (
          <StateTag tone={TONES[state]}>{say(STATE_WORDS[state])}</StateTag>
        ),
    },
    {
      key: 'can',
      title: say('can'),
      wideOnly: true,
      show: (row) => <CapabilityTags declared={connectorOf(row)?.capabilities ?? []} />,
    },
    { key: 'flows', title: say('flows'), amount: true, show: (row) => flowsOf(row).length },
    {
      key: 'checked',
      title: say('checked'),
      wideOnly: true,
      show: ({ checkedAt }) => <DateTime at={checkedAt} ago />,
    },
  ];
}
