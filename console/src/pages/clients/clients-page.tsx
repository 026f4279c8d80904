import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useSay } from '#console/words/use-say.ts';
import { methodWords, stateWords, words } from './words.ts';

/** Programs that call the hub. */
export function ClientsPage() {
  const say = useSay(words);
  const may = useMay();
  const create = may('clients:write') ? (
    <LinkButton to="/access/clients/new" type="primary" icon={<PlusOutlined />}>
      {say('create')}
    </LinkButton>
  ) : null;
  return (
    <Page title={say('title')} intro={say('intro')} actions={create}>
      <ServerTable
        label={say('title')}
        path="/api/v1/clients"
        rowKey={(client) => client.id}
        open={(client) => `/access/clients/${encodeURIComponent(client.id)}`}
        columns={useColumns()}
        empty={
          <EmptyState icon={<ApiOutlined />} title={say('emptyTitle')} action={create}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/clients'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const sayMethod = useSay(methodWords);
  return [
    { key: 'name', title: say('name'), show: (client) => client.name },
    { key: 'id', title: say('id'), show: (client) => <span className="tz-code">{client.id}</span> },
    {
      key: 'state',
      title: say('state'),
      show: (client) => (
        <StateTag tone={client.state === 'active' ? 'good' : 'quiet'}>{sayState(client.state)}</StateTag>
      ),
    },
    { key: 'method', title: say('method'), wideOnly: true, show: (client) => sayMethod(client.method) },
    {
      key: 'scopes',
      title: say('scopes'),
      amount: true,
      show: (client) => client.scopes.length,
    },
    {
      key: 'addresses',
      title: say('addresses'),
      show: (client) => client.addresses?.join('、') ?? say('anywhere'),
    },
    {
      key: 'last',
      title: say('lastToken'),
      show: (client) =>
        client.lastTokenAt ? <DateTime at={client.lastTokenAt} ago /> : <span>{say('never')}</span>,
    },
    { key: 'expires', title: say('expires'), show: (client) => <DateTime at={client.expiresAt} /> },
  ];
}
