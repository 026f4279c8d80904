import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Tabs } from 'antd';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { TabProps } from './flow-tab.ts';
import { words } from './words.ts';

const TABS = {
  overview: lazy(async () => ({ default: (await import('./overview-tab.tsx')).OverviewTab })),
  versions: lazy(async () => ({ default: (await import('./versions/versions-tab.tsx')).VersionsTab })),
  dryRun: lazy(async () => ({ default: (await import('./dry-run/dry-run-tab.tsx')).DryRunTab })),
  trigger: lazy(async () => ({ default: (await import('./trigger/trigger-tab.tsx')).TriggerTab })),
  yaml: lazy(async () => ({ default: (await import('./yaml-tab.tsx')).YamlTab })),
} as const satisfies Readonly<Record<string, ComponentType<TabProps>>>;

type TabName = keyof typeof TABS;

/** One flow: how it is doing, its versions, what they would do, how it begins, and its text. */
export function FlowPage() {
  const say = useSay(words);
  const reader = language.use();
  const { flow: code = '' } = useParams();
  const flow = useQuery({
    queryKey: ['/api/v1/flows', code],
    queryFn: () => toldWithTag(api.GET('/api/v1/flows/{flow}', { params: { path: { flow: code } } })),
  });
  const told = flow.data;
  return (
    <Page
      title={told?.data.title?.[reader] ?? code}
      intro={<BackLink to="/flows">{say('back')}</BackLink>}
      actions={told ? <Actions flow={told.data} tag={told.tag} /> : null}
    >
      <Told of={flow}>{({ data, tag }) => <FlowTabs flow={data} tag={tag} />}</Told>
    </Page>
  );
}

function FlowTabs(props: TabProps) {
  const say = useSay(words);
  const [search, setSearch] = useSearchParams();
  const names = Object.keys(TABS).filter(isTab);
  const asked = search.get('tab') ?? '';
  return (
    <Tabs
      activeKey={isTab(asked) ? asked : 'overview'}
      onChange={(tab) => setSearch(tab === 'overview' ? {} : { tab })}
      destroyOnHidden
      items={names.map((name) => {
        const Tab: ComponentType<TabProps> = TABS[name];
        return { key: name, label: say(name), children: <Loading tab={<Tab {...props} />} /> };
      })}
    />
  );
}

function Loading({ tab }: { readonly tab: ReactNode }) {
  return <Suspense fallback={<Skeleton active />}>{tab}</Suspense>;
}

function isTab(name: string): name is TabName {
  return Object.hasOwn(TABS, name);
}

function Actions({ flow, tag }: TabProps) {
  const say = useSay(words);
  const may = useMay();
  const params = { path: { flow: flow.code } };
  const turn = (enabled: boolean, headers?: Readonly<Record<string, string>>) =>
    told(api.PATCH('/api/v1/flows/{flow}', { params, body: { enabled }, headers }));
  const change = useChange({
    change: (enabled: boolean) => turn(enabled, ifMatch(tag)),
    touches: [['/api/v1/flows']],
    done: ({ enabled }) => say(enabled ? 'switchedOn' : 'switchedOff'),
    undo: (_, enabled) => () => turn(!enabled),
  });
  return (
    <>
      {may('flows:publish') && flow.publishedVersion !== null ? (
        <Button loading={change.isPending} onClick={() => change.mutate(!flow.enabled)}>
          {say(flow.enabled ? 'switchOff' : 'switchOn')}
        </Button>
      ) : null}
      {may('flows:write') ? (
        <LinkButton
          to={`/flows/${encodeURIComponent(flow.code)}/edit`}
          type="primary"
          icon={<EditOutlined />}
        >
          {say('canvas')}
        </LinkButton>
      ) : null}
    </>
  );
}
