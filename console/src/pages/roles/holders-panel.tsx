import { Table } from 'antd';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { LimitsTold } from '#console/parts/access/limits-told.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

type Grant = Schemas['Grant'];

const SHOWN_MAX = 1_000;

/** Who holds a role, where, and what they do not see. */
export function HoldersPanel({ role }: { readonly role: Schemas['Role'] }) {
  const say = useSay(words);
  const grants = useTold(['/api/v1/grants', { role: role.code }], () =>
    api.GET('/api/v1/grants', { params: { query: { role: role.code, limit: SHOWN_MAX } } }),
  );
  const people = useTold(['/api/v1/people', { role: role.code }], () =>
    api.GET('/api/v1/people', { params: { query: { role: role.code, limit: SHOWN_MAX } } }),
  );
  const nameOf = new Map(people.data?.items.map(({ id, name }) => [id, name]));
  return (
    <Panel title={say('holders')} intro={say('holdersText')} isFlush>
      <Told of={grants}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('nobody')}>{say('nobodyText')}</EmptyState>
          ) : (
            <Table<Grant>
              size="small"
              rowKey="id"
              pagination={items.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
              dataSource={items}
              columns={[
                {
                  key: 'who',
                  title: say('who'),
                  render: (_, { principal }) => (
                    <Link to={`/access/people/${principal.id}`}>
                      {nameOf.get(principal.id) ?? principal.id}
                    </Link>
                  ),
                },
                { key: 'where', title: say('where'), render: (_, grant) => <LimitsTold limits={grant} /> },
                {
                  key: 'by',
                  title: say('by'),
                  render: (_, { grantedBy, grantedByName }) => grantedByName ?? grantedBy,
                },
                { key: 'at', title: say('at'), render: (_, { grantedAt }) => <DateTime at={grantedAt} /> },
              ]}
            />
          )
        }
      </Told>
    </Panel>
  );
}
