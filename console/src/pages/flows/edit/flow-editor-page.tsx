import { useParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { handedOver, rememberedSamples } from '#console/pages/flows/draft/hand-over.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { FlowEditor } from './flow-editor.tsx';
import { askStoredSamples } from './source/stored-samples.ts';
import { words } from './words.ts';

/** The newest version of a flow, or the draft the wizard handed over, to be edited. */
export function FlowEditorPage() {
  const { flow = '' } = useParams();
  return flow === 'new' ? <NewFlow /> : <KnownFlow key={flow} code={flow} />;
}

function KnownFlow({ code }: { readonly code: string }) {
  const newest = useTold(
    ['/api/v1/flows', code, 'to-edit'],
    async () => {
      const params = { path: { flow: code } };
      const { items } = await told(api.GET('/api/v1/flows/{flow}/versions', { params }));
      const version = items.toSorted((a, b) => b.version - a.version)[0];
      const stored = await askStoredSamples(code);
      const samples = stored.length > 0 ? stored : rememberedSamples(code);
      return { data: { text: version?.source ?? '', samples } };
    },
    { isWanted: code !== '' },
  );
  return (
    <Told of={newest}>
      {({ text, samples }) => <FlowEditor code={code} begun={{ text, samples, isSaved: true }} />}
    </Told>
  );
}

function NewFlow() {
  const say = useSay(words);
  const draft = handedOver();
  if (draft !== null) return <FlowEditor code={null} begun={{ ...draft, isSaved: false }} />;
  return (
    <Page title={say('title')} intro={<BackLink to="/flows">{say('back')}</BackLink>}>
      <EmptyState
        title={say('nothing')}
        action={
          <LinkButton to="/flows/new" type="primary">
            {say('begin')}
          </LinkButton>
        }
      >
        {say('nothingText')}
      </EmptyState>
    </Page>
  );
}
