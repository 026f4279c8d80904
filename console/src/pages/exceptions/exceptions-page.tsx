import { CheckCircleOutlined } from '@ant-design/icons';
import { Link, useSearchParams } from 'react-router';
import type { FilterOf } from '#console/api/list-path.ts';
import { useChoices } from '#console/api/use-choices.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { DeedMenu } from './bulk-menu.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { addBulkRuns, forgetBulkRuns, useBulkRuns } from './bulk-runs.ts';
import { filterOf } from './choice.ts';
import { type CodeCount, CodeList, useCounts } from './code-list.tsx';
import styles from './exceptions.module.css';
import { useAssignees } from './use-assignees.ts';
import { useBulk } from './use-bulk.ts';
import { useColumns } from './use-columns.tsx';
import { effectWords, stateWords, words } from './words.ts';

const OPEN = { state: 'open' } as const;
/** How the hub is asked for what nobody looks after. */
const NOBODY = '-';

/** What waits for a person: by problem, by what is at stake, by age. */
export function ExceptionsPage() {
  const say = useSay(words);
  const [search] = useSearchParams();
  const runs = useBulkRuns();
  const counts = useCounts();
  const bulk = useBulk(addBulkRuns);
  const filter = filterOf(search);
  const { isPending: isBusy } = bulk;
  return (
    <Page
      title={say('title')}
      intro={say('intro')}
      actions={
        filter && counts.length > 0 ? (
          <DeedMenu isBusy={isBusy} act={(deed) => bulk.mutate({ choice: { filter }, deed })}>
            {say('allMatching')}
          </DeedMenu>
        ) : null
      }
    >
      <BulkProgress runs={runs} hide={forgetBulkRuns} />
      <div className={styles.board} data-bare={counts.length === 0 || undefined}>
        <CodeList counts={counts} />
        <ServerTable
          label={say('title')}
          path="/api/v1/exceptions"
          rowKey={(exception) => exception.id}
          open={(exception) => `/exceptions/${exception.id}?${search}`}
          standard={OPEN}
          columns={useColumns()}
          filters={useFilters(counts)}
          actions={(rows, clear) => (
            <DeedMenu
              isBusy={isBusy}
              act={(deed) =>
                bulk.mutate({ choice: { ids: rows.map(({ id }) => id) }, deed }, { onSuccess: clear })
              }
            >
              {say('wayOut')}
            </DeedMenu>
          )}
          empty={<NothingOpen />}
        />
      </div>
    </Page>
  );
}

function NothingOpen() {
  const say = useSay(words);
  return (
    <EmptyState
      icon={<CheckCircleOutlined />}
      title={say('emptyTitle')}
      action={<Link to="?state=resolved">{say('seeResolved')}</Link>}
    >
      {say('emptyText')}
    </EmptyState>
  );
}

function useFilters(counts: readonly CodeCount[]): readonly Filter<FilterOf<'/api/v1/exceptions'>>[] {
  const say = useSay(words);
  const { flows, connections, books } = useChoices();
  const people = useAssignees().map(({ login, name }) => ({ value: login, label: name }));
  const nobody = { value: NOBODY, label: say('nobody') };
  const codes = counts.map(({ code, title }) => ({ value: code, label: title }));
  const [search] = useSearchParams();
  const linked: readonly Filter<FilterOf<'/api/v1/exceptions'>>[] = [
    { kind: 'choice', name: 'connection', label: say('connection'), choices: connections },
    { kind: 'choice', name: 'book', label: say('book'), choices: books },
  ];
  return [
    { kind: 'text', name: 'search', label: say('search') },
    { kind: 'choice', name: 'code', label: say('problem'), choices: codes },
    {
      kind: 'choice',
      name: 'state',
      label: say('state'),
      choices: choicesOf(stateWords, useSay(stateWords)),
    },
    {
      kind: 'choice',
      name: 'effect',
      label: say('effect'),
      choices: choicesOf(effectWords, useSay(effectWords)),
    },
    { kind: 'choice', name: 'flow', label: say('flow'), choices: flows },
    { kind: 'choice', name: 'assignee', label: say('assignee'), choices: [nobody, ...people] },
    { kind: 'text', name: 'impactMin', label: say('impactMin') },
    { kind: 'days', from: 'openedFrom', until: 'openedTo', label: say('opened') },
    ...linked.filter((filter) => filter.kind === 'choice' && search.has(filter.name)),
  ];
}
