import { DesktopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { nameOfDevice } from '#console/parts/name-of-device.ts';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { factorWords, words } from './words.ts';

/** Where everybody is signed in, and the way to end it. */
export function SessionsPage() {
  const say = useSay(words);
  return (
    <Page title={say('title')} intro={say('intro')}>
      <ServerTable
        label={say('title')}
        path="/api/v1/sessions"
        rowKey={(session) => session.id}
        columns={useColumns()}
        filters={[{ kind: 'text', name: 'search', label: say('search') }]}
        empty={
          <EmptyState icon={<DesktopOutlined />} title={say('emptyTitle')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/sessions'>[] {
  const say = useSay(words);
  const sayFactor = useSay(factorWords);
  const told = (factor: string) => (isFactor(factor) ? sayFactor(factor) : factor);
  return [
    {
      key: 'who',
      title: say('who'),
      show: ({ person }) => <Link to={`/access/people/${person.id}`}>{person.name}</Link>,
    },
    {
      key: 'login',
      title: say('login'),
      show: ({ person }) => <span className="tz-code">{person.login}</span>,
    },
    { key: 'device', title: say('device'), show: ({ userAgent }) => nameOfDevice(userAgent) },
    { key: 'ip', title: say('ip'), show: ({ ip }) => <span className="tz-code">{ip}</span> },
    { key: 'factors', title: say('factors'), show: ({ factors }) => factors.map(told).join(' + ') },
    { key: 'since', title: say('since'), show: ({ createdAt }) => <DateTime at={createdAt} /> },
    { key: 'seen', title: say('seen'), show: ({ seenAt }) => <DateTime at={seenAt} ago /> },
    { key: 'end', title: say('actions'), show: (session) => <End {...session} /> },
  ];
}

const FACTORS = ['password', 'totp', 'recovery-code', 'passkey', 'outside', 'outside-second-factor'] as const;

function isFactor(factor: string): factor is (typeof FACTORS)[number] {
  return FACTORS.some((one) => one === factor);
}

function End({ id, current, person }: { id: string; current: boolean; person: { name: string } }) {
  const say = useSay(words);
  const may = useMay();
  const end = useChange({
    change: () => api.DELETE('/api/v1/sessions/{session}', { params: { path: { session: id } } }),
    touches: [['/api/v1/sessions'], ['/api/v1/people']],
    done: () => say('ended', { name: person.name }),
  });
  if (current) return <StateTag tone="good">{say('thisOne')}</StateTag>;
  if (!may('people:write')) return null;
  return (
    <Button danger type="link" size="small" loading={end.isPending} onClick={() => end.mutate()}>
      {say('end')}
    </Button>
  );
}
