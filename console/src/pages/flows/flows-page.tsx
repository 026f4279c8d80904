import { NodeIndexOutlined, PlusOutlined } from '@ant-design/icons';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChoices } from '#console/api/use-choices.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { draftOf } from './flow-state.ts';
import { FlowStateTag } from './flow-state-tag.tsx';
import { triggerInWords } from './trigger/trigger-text.ts';
import { words as triggerWords } from './trigger/words.ts';
import { words } from './words.ts';

/** Every flow with what it does and how it is doing. */
export function FlowsPage() {
  const say = useSay(words);
  const may = useMay();
  const make = may('flows:write') ? (
    <LinkButton to="/flows/new" type="primary" icon={<PlusOutlined />}>
      {say('make')}
    </LinkButton>
  ) : null;
  return (
    <Page title={say('title')} intro={say('intro')} actions={make}>
      <ServerTable
        label={say('title')}
        path="/api/v1/flows"
        rowKey={({ code }) => code}
        open={({ code }) => `/flows/${encodeURIComponent(code)}`}
        columns={useColumns()}
        empty={
          <EmptyState icon={<NodeIndexOutlined />} title={say('emptyTitle')} action={make}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<'/api/v1/flows'>[] {
  const say = useSay(words);
  const sayTrigger = useSay(triggerWords);
  const reader = language.use();
  const { connections, books } = useChoices();
  const nameIn = (choices: typeof books, code: string) =>
    choices.find(({ value }) => value === code)?.label ?? code;
  return [
    { key: 'name', title: say('name'), show: ({ title, code }) => title?.[reader] ?? code },
    { key: 'state', title: say('state'), show: (flow) => <FlowStateTag flow={flow} /> },
    {
      key: 'version',
      title: say('version'),
      show: (flow) => <Version flow={flow} />,
    },
    {
      key: 'from',
      title: say('from'),
      wideOnly: true,
      show: ({ connection }) => nameIn(connections, connection),
    },
    { key: 'book', title: say('book'), wideOnly: true, show: ({ book }) => nameIn(books, book) },
    { key: 'trigger', title: say('trigger'), show: ({ trigger }) => triggerInWords(trigger, sayTrigger) },
    {
      key: 'lastRun',
      title: say('lastRun'),
      wideOnly: true,
      show: ({ lastRun }) => <DateTime at={lastRun?.startedAt ?? null} ago />,
    },
    { key: 'held', title: say('held'), amount: true, show: ({ held }) => held ?? '—' },
  ];
}

function Version({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const draft = draftOf(flow);
  const shown = flow.publishedVersion ?? flow.newestVersion;
  return (
    <>
      {say('versionN', { n: shown })}
      {draft === null ? null : <span className="tz-faint"> · {say('newerDraft', { n: draft })}</span>}
    </>
  );
}
