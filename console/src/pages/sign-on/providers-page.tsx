import { IdcardOutlined, PlusOutlined } from '@ant-design/icons';
import type { Column } from '#console/parts/column.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { kindWords, words } from './words.ts';

/** Where people may sign on instead of by a password kept here. */
export function ProvidersPage() {
  const say = useSay(words);
  const add = (
    <LinkButton to="/access/sign-on/new" type="primary" icon={<PlusOutlined />}>
      {say('add')}
    </LinkButton>
  );
  return (
    <Page title={say('title')} intro={say('intro')} actions={add}>
      <ServerTable
        label={say('title')}
        path="/api/v1/sign-on-providers"
        rowKey={(provider) => provider.code}
        open={(provider) => `/access/sign-on/${provider.code}`}
        columns={useColumns()}
        empty={
          <EmptyState icon={<IdcardOutlined />} title={say('emptyTitle')} action={add}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/sign-on-providers'>[] {
  const say = useSay(words);
  const sayKind = useSay(kindWords);
  const reader = language.use();
  return [
    { key: 'title', title: say('shownAs'), show: ({ titles, code }) => titles[reader] || code },
    { key: 'code', title: say('code'), show: ({ code }) => <span className="tz-code">{code}</span> },
    { key: 'kind', title: say('kind'), show: ({ kind }) => sayKind(kind) },
    {
      key: 'state',
      title: say('state'),
      show: ({ enabled }) => (
        <StateTag tone={enabled ? 'good' : 'quiet'}>{say(enabled ? 'on' : 'off')}</StateTag>
      ),
    },
    { key: 'mappings', title: say('mappings'), amount: true, show: ({ mappings }) => mappings.length },
    { key: 'identities', title: say('identities'), amount: true, show: ({ identities }) => identities },
  ];
}
