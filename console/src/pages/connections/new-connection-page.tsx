import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { ConnectorCards } from '#console/parts/connecting/connector-cards.tsx';
import { Diagnosis } from '#console/parts/connecting/diagnosis.tsx';
import { NewConnection } from '#console/parts/connecting/new-connection.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { useConnectors } from './use-connectors.ts';
import { words } from './words.ts';

type Connector = Schemas['Connector'];

/** Connects a system: which one, what it wants to know, and whether it works. */
export function NewConnectionPage() {
  const say = useSay(words);
  const connectors = useConnectors();
  return (
    <Page title={say('connect')} intro={<BackLink to="/connections">{say('back')}</BackLink>}>
      <Told of={connectors}>{({ items }) => <Steps connectors={items} />}</Told>
    </Page>
  );
}

function Steps({ connectors }: { readonly connectors: readonly Connector[] }) {
  const [search, setSearch] = useSearchParams();
  const chosen = connectors.find(({ name }) => name === search.get('connector'));
  const [made, setMade] = useState<Schemas['Connection'] | null>(null);
  if (made) return <Made connection={made} />;
  if (!chosen) {
    return <Gallery connectors={connectors} choose={({ name }) => setSearch({ connector: name })} />;
  }
  return <Settings connector={chosen} back={() => setSearch({})} made={setMade} />;
}

function Gallery(props: {
  readonly connectors: readonly Connector[];
  readonly choose: (connector: Connector) => void;
}) {
  const say = useSay(words);
  const templates = useTold(['/api/v1/flow-templates'], () => api.GET('/api/v1/flow-templates'));
  const countOf = ({ name }: Connector) =>
    templates.data?.items.filter(({ connector }) => connector === name).length ?? 0;
  const foot = (connector: Connector) =>
    countOf(connector) > 0 ? (
      <span className="tz-faint">{say('templatesOf', { n: countOf(connector) })}</span>
    ) : null;
  return (
    <Panel title={say('chooseTitle')} intro={say('chooseText')}>
      <ConnectorCards {...props} foot={foot} />
    </Panel>
  );
}

function Settings({
  connector,
  back,
  made,
}: {
  readonly connector: Connector;
  readonly back: () => void;
  readonly made: (connection: Schemas['Connection']) => void;
}) {
  const say = useSay(words);
  const reader = language.use();
  const connections = useTold(['/api/v1/connections'], () => api.GET('/api/v1/connections'));
  return (
    <Panel
      title={say('settingsOf', { system: connector.title[reader] })}
      intro={say('settingsText')}
      actions={<Button onClick={back}>{say('another')}</Button>}
    >
      <Told of={connections}>
        {({ items }) => (
          <div style={{ maxInlineSize: 640 }}>
            <NewConnection connector={connector} taken={items.map(({ code }) => code)} made={made} />
          </div>
        )}
      </Told>
    </Panel>
  );
}

function Made({ connection: { code, title } }: { readonly connection: Schemas['Connection'] }) {
  const say = useSay(words);
  return (
    <Panel
      title={title}
      intro={say('made')}
      actions={
        <LinkButton to={`/connections/${encodeURIComponent(code)}`} type="primary">
          {say('open')}
        </LinkButton>
      }
    >
      <Diagnosis connection={code} atOnce />
    </Panel>
  );
}
