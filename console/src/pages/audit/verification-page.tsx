import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { CheckpointsPanel } from './checkpoints-panel.tsx';
import { VerificationFound } from './verification-found.tsx';
import { toneOf } from './verification-tone.ts';
import { WideTable } from './wide-table.tsx';
import { verifiedWords, words } from './words.ts';

type Verification = Schemas['Verification'];

const KEY = ['/api/v1/audit/verifications'];
const LOOK_MS = 1_000;
const SHOWN = 20;

/** Whether anything was changed behind the hub's back, and what an auditor needs to find out without it. */
export function VerificationPage() {
  const say = useSay(words);
  const list = useVerifications();
  const isRunning = list.data?.items[0]?.state === 'running';
  const start = useChange({
    change: () => told(api.POST('/api/v1/audit/verify')),
    touches: [KEY, ['/api/v1/audit']],
    done: () => say('started'),
  });
  return (
    <Page
      title={say('verification')}
      intro={<BackLink to="/audit">{say('back')}</BackLink>}
      actions={
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined />}
          disabled={isRunning}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {say('verify')}
        </Button>
      }
    >
      <Panel title={say('newest')} intro={say('verifyText')}>
        <Told of={list}>{({ items }) => <Newest verification={items[0]} />}</Told>
      </Panel>
      <Told of={list}>{({ items }) => (items.length > 1 ? <Before items={items.slice(1)} /> : null)}</Told>
      <CheckpointsPanel />
    </Page>
  );
}

/** Asked again while one runs: the hub tells no news of verifications. */
function useVerifications() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => told(api.GET('/api/v1/audit/verifications', { params: { query: { limit: SHOWN } } })),
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'running' ? LOOK_MS : false),
  });
}

function Newest({ verification }: { readonly verification: Verification | undefined }) {
  const say = useSay(words);
  if (verification === undefined) {
    return <EmptyState title={say('neverTitle')}>{say('neverText')}</EmptyState>;
  }
  if (verification.state === 'running') return <Running progress={verification.progress} />;
  if (verification.state === 'failed') {
    return <Alert type="warning" showIcon title={say('brokeOff')} description={say('brokeOffText')} />;
  }
  return <VerificationFound verification={verification} />;
}

function Running({ progress }: Pick<Verification, 'progress'>) {
  const say = useSay(words);
  const reader = language.use();
  const done = formatNumber(progress?.done ?? 0, reader);
  return (
    <div role="status" aria-live="polite">
      <Spin /> {say('running')}{' '}
      {progress === null
        ? null
        : progress.book === null
          ? say('entriesDone', { n: done })
          : say('vouchersDone', { book: progress.book, n: done })}
      <p className="tz-faint">{say('goesOn')}</p>
    </div>
  );
}

function Before({ items }: { readonly items: readonly Verification[] }) {
  const say = useSay(words);
  const sayVerified = useSay(verifiedWords);
  return (
    <Panel title={say('before')} isFlush>
      <WideTable<Verification>
        label={say('before')}
        rowKey="id"
        dataSource={[...items]}
        columns={[
          { key: 'at', title: say('startedAt'), render: (_, { startedAt }) => <DateTime at={startedAt} /> },
          { key: 'by', title: say('by'), render: (_, { startedBy }) => startedBy.replace(/^person:/, '') },
          {
            key: 'result',
            title: say('result'),
            render: (_, one) => {
              const { tone, word } = toneOf(one);
              return <StateTag tone={tone}>{sayVerified(word)}</StateTag>;
            },
          },
          { key: 'differences', title: say('differences'), align: 'right', dataIndex: 'differences' },
        ]}
      />
    </Panel>
  );
}
