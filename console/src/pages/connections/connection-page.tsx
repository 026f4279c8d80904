import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { Diagnosis } from '#console/parts/connecting/diagnosis.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { LookUpPanel } from './look-up-panel.tsx';
import { RehearsalPanel } from './rehearsal-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { StatePanel } from './state-panel.tsx';
import { useConnectors, useFlows } from './use-connectors.ts';
import { words } from './words.ts';

type Connection = Schemas['Connection'];

/** One connection: how it is, what it knows of the other side, and who uses it. */
export function ConnectionPage() {
  const say = useSay(words);
  const { connection: code = '' } = useParams();
  const connectors = useConnectors();
  const connection = useQuery({
    queryKey: ['/api/v1/connections', code],
    queryFn: () =>
      toldWithTag(api.GET('/api/v1/connections/{connection}', { params: { path: { connection: code } } })),
  });
  return (
    <Page
      title={connection.data?.data.title || code}
      intro={<BackLink to="/connections">{say('back')}</BackLink>}
    >
      <Told of={connection}>
        {({ data, tag }) => {
          const connector = connectors.data?.items.find(({ name }) => name === data.connector);
          return (
            <>
              <StatePanel connection={data} connector={connector} />
              <TestPanel connection={data} />
              {connector?.capabilities.includes('rehearse') ? <RehearsalPanel connection={data} /> : null}
              {connector ? <SettingsPanel connection={data} connector={connector} tag={tag} /> : null}
              {connector?.capabilities.includes('webhook') ? <WebhookPanel code={code} /> : null}
              <LookUpPanel code={code} capabilities={connector?.capabilities ?? []} />
              <FlowsPanel connection={data} />
            </>
          );
        }}
      </Told>
    </Page>
  );
}

function TestPanel({ connection }: { readonly connection: Connection }) {
  const say = useSay(words);
  const may = useMay();
  if (!may('connections:write')) return null;
  return (
    <Panel title={say('testTitle')} intro={say('testText')}>
      <Diagnosis connection={connection.code} />
    </Panel>
  );
}

function WebhookPanel({ code }: { readonly code: string }) {
  const say = useSay(words);
  return (
    <Panel title={say('webhookTitle')} intro={say('webhookText')}>
      <Copyable text={`${location.origin}/hooks/${encodeURIComponent(code)}`} label={say('webhookTitle')} />
    </Panel>
  );
}

function FlowsPanel({ connection: { code } }: { readonly connection: Connection }) {
  const say = useSay(words);
  const may = useMay();
  const reader = language.use();
  const flows = useFlows();
  const using = flows.data?.items.filter(({ connections }) => connections.includes(code)) ?? [];
  const make = may('flows:write') ? (
    <LinkButton to={`/flows/new?connection=${encodeURIComponent(code)}`}>{say('makeFlow')}</LinkButton>
  ) : null;
  return (
    <Panel title={say('flows')} actions={using.length > 0 ? make : null}>
      {using.length === 0 ? (
        <EmptyState title={say('noFlows')} action={make}>
          {say('noFlowsText')}
        </EmptyState>
      ) : (
        <ul className="tz-list">
          {using.map((flow) => (
            <li key={flow.code}>
              <Link to={`/flows/${encodeURIComponent(flow.code)}`}>{flow.title?.[reader] ?? flow.code}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
