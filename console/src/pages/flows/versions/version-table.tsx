import { App, Button, Table } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import type { TabProps } from '#console/pages/flows/flow-tab.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { useSay } from '#console/words/use-say.ts';
import { TONES } from './tones.ts';
import { useVersionChanges } from './use-version-changes.ts';
import { versionState } from './version-state.ts';
import { words } from './words.ts';

type Version = Schemas['FlowVersion'];

/** Every version, newest first, with what may be done with it. */
export function VersionTable({ flow, tag, versions }: TabProps & { readonly versions: readonly Version[] }) {
  const say = useSay(words);
  const { publish, rollBack } = useVersionChanges(flow.code, tag);
  const trouble = publish.error ?? rollBack.error;
  return (
    <Panel title={say('title')} intro={say('intro')} isFlush>
      {trouble ? <ProblemView error={trouble} /> : null}
      <Table<Version>
        size="small"
        pagination={false}
        rowKey="version"
        dataSource={[...versions]}
        columns={[
          { key: 'version', title: say('version'), render: (_, { version }) => `v${version}` },
          {
            key: 'state',
            title: say('state'),
            render: (_, one) => {
              const state = versionState(one, flow.publishedVersion);
              return <StateTag tone={TONES[state]}>{say(state)}</StateTag>;
            },
          },
          { key: 'made', title: say('made'), render: (_, { createdAt }) => <DateTime at={createdAt} /> },
          { key: 'by', title: say('by'), responsive: ['md'], render: (_, { createdBy }) => createdBy },
          {
            key: 'published',
            title: say('published'),
            responsive: ['md'],
            render: (_, { publishedAt }) => <DateTime at={publishedAt} />,
          },
          {
            key: 'actions',
            title: say('actions'),
            render: (_, one) => (
              <Actions
                version={one}
                inForce={flow.publishedVersion}
                publish={publish.mutateAsync}
                rollBack={rollBack.mutate}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}

interface ActionsProps {
  readonly version: Version;
  readonly inForce: number | null;
  readonly publish: (version: number) => Promise<unknown>;
  readonly rollBack: (wanted: { readonly version: number; readonly reason: string }) => void;
}

function Actions({ version: one, inForce, publish, rollBack }: ActionsProps) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const confirm = useConfirmWithReason();
  const { version } = one;
  const state = versionState(one, inForce);
  if (!may('flows:publish') || state === 'inForce') return null;
  const askToPublish = () =>
    modal.confirm({
      title: say('publishTitle', { n: version }),
      content: say('publishText'),
      okText: say('publish'),
      // What is refused is told in the panel, where it stays.
      onOk: () => publish(version).catch(() => undefined),
    });
  const askToRollBack = async () => {
    const reason = await confirm({
      title: say('rollBackTitle', { n: version }),
      text: say('rollBackText', { n: version }),
      action: say('rollBack'),
      isDangerous: true,
    });
    if (reason !== null) rollBack({ version, reason });
  };
  return state === 'draft' ? (
    <Button size="small" type="primary" onClick={askToPublish}>
      {say('publish')}
    </Button>
  ) : (
    <Button size="small" onClick={askToRollBack}>
      {say('rollBack')}
    </Button>
  );
}
