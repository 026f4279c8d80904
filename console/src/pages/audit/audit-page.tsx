import { FileProtectOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useRoleName } from '#console/parts/access/use-roles.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { useActionChoices } from './action-choices.ts';
import styles from './audit.module.css';
import { EntryDrawer } from './entry-drawer.tsx';
import { ExportLog } from './export-log.tsx';
import { tellActor, tellEntry } from './tell-entry.ts';
import { words } from './words.ts';

type Entry = Schemas['AuditEntry'];

/** Who did what, when, in sentences. */
export function AuditPage() {
  const say = useSay(words);
  const may = useMay();
  const [open, setOpen] = useState<Entry | null>(null);
  return (
    <Page
      title={say('title')}
      intro={say('intro')}
      actions={
        <>
          {may('audit:export') ? <ExportLog /> : null}
          <LinkButton to="/audit/verification" type="primary">
            {say('toVerification')}
          </LinkButton>
        </>
      }
    >
      <ServerTable
        label={say('title')}
        path="/api/v1/audit"
        rowKey={(entry) => entry.id}
        columns={useColumns(setOpen)}
        filters={useFilters()}
        empty={
          <EmptyState icon={<FileProtectOutlined />} title={say('emptyTitle')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      <EntryDrawer entry={open} close={() => setOpen(null)} />
    </Page>
  );
}

function useFilters(): readonly Filter<FilterOf<'/api/v1/audit'>>[] {
  const say = useSay(words);
  const actors = useActorChoices();
  return [
    { kind: 'choice', name: 'action', label: say('action'), choices: useActionChoices() },
    { kind: 'choice', name: 'actor', label: say('actor'), choices: actors },
    { kind: 'text', name: 'subject', label: say('subject') },
    { kind: 'days', from: 'from', until: 'to', label: say('at') },
  ];
}

const PEOPLE_MAX = 1_000;

/** People and programs one may look for, as far as the reader may see them. */
function useActorChoices(): readonly { readonly value: string; readonly label: string }[] {
  const may = useMay();
  const people = useTold(
    ['/api/v1/people', { all: true }],
    () => api.GET('/api/v1/people', { params: { query: { limit: PEOPLE_MAX } } }),
    { isWanted: may('people:read') },
  );
  const clients = useTold(
    ['/api/v1/clients', { all: true }],
    () => api.GET('/api/v1/clients', { params: { query: { limit: PEOPLE_MAX } } }),
    { isWanted: may('clients:read') },
  );
  return [
    ...(people.data?.items ?? []).map(({ login, name }) => ({
      value: `person:${login}`,
      label: `${name} ${login}`,
    })),
    ...(clients.data?.items ?? []).map(({ id, name }) => ({ value: `client:${id}`, label: `${name} ${id}` })),
  ];
}

function useColumns(open: (entry: Entry) => void): readonly Column<'/api/v1/audit'>[] {
  const say = useSay(words);
  const reader = language.use();
  const roleName = useRoleName();
  return [
    {
      key: 'what',
      title: say('happened'),
      show: (entry) => (
        <button type="button" className={styles.sentence} onClick={() => open(entry)}>
          {tellEntry(entry, { language: reader, roleName })}
        </button>
      ),
    },
    { key: 'at', title: say('at'), show: ({ at }) => <DateTime at={at} /> },
    { key: 'who', title: say('actor'), wideOnly: true, show: (entry) => tellActor(entry, reader) },
    {
      key: 'id',
      title: say('number'),
      amount: true,
      wideOnly: true,
      show: ({ id }) => <span className="tz-number">{id}</span>,
    },
  ];
}
