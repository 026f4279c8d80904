import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { FoundSteps } from '#console/parts/connecting/found-steps.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type Facts, ProviderForm } from './provider-form.tsx';
import { useKinds } from './use-kinds.ts';
import { words } from './words.ts';

interface OfProvider {
  readonly provider: Schemas['SignOnProvider'];
  readonly tag: string | null;
}

/** One provider: what is registered there, whether it works, its settings and its groups. */
export function ProviderPage() {
  const say = useSay(words);
  const reader = language.use();
  const { provider: code = '' } = useParams();
  const params = { path: { provider: code } };
  const provider = useQuery({
    queryKey: ['/api/v1/sign-on-providers', code],
    queryFn: () => toldWithTag(api.GET('/api/v1/sign-on-providers/{provider}', { params })),
  });
  return (
    <Page
      title={provider.data?.data.titles[reader] || code}
      intro={<BackLink to="/access/sign-on">{say('back')}</BackLink>}
      actions={provider.data ? <Remove provider={provider.data.data} tag={provider.data.tag} /> : null}
    >
      <Told of={provider}>
        {({ data, tag }) => (
          <>
            {data.redirectUri ? (
              <Panel title={say('callback')} intro={say('callbackText')}>
                <Copyable text={data.redirectUri} label={say('callback')} />
              </Panel>
            ) : null}
            <TestPanel code={code} />
            <Editor key={tag} provider={data} tag={tag} />
          </>
        )}
      </Told>
    </Page>
  );
}

function TestPanel({ code }: { readonly code: string }) {
  const say = useSay(words);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      told(api.POST('/api/v1/sign-on-providers/{provider}/test', { params: { path: { provider: code } } })),
  });
  return (
    <Panel title={say('test')} intro={say('testText')}>
      <Flex vertical gap={8} align="start" aria-live="polite">
        <Button loading={isPending} onClick={() => mutate()}>
          {say('testNow')}
        </Button>
        {error && !isPending ? <ProblemView error={error} /> : null}
        {data && !isPending ? (
          <div>
            <FoundSteps ok={data.ok} steps={data.steps} />
          </div>
        ) : null}
      </Flex>
    </Panel>
  );
}

function Editor({ provider, tag }: OfProvider) {
  const say = useSay(words);
  const kinds = useKinds();
  const save = useChange({
    change: (body: Facts) => {
      const params = { path: { provider: provider.code } };
      return told(api.PUT('/api/v1/sign-on-providers/{provider}', { params, body, headers: ifMatch(tag) }));
    },
    touches: [['/api/v1/sign-on-providers'], ['/api/v1/sign-on']],
    done: () => say('saved'),
  });
  return (
    <Told of={kinds}>
      {({ items }) => (
        <ProviderForm
          known={provider}
          settings={items.find(({ kind }) => kind === provider.kind)?.settings ?? []}
          save={(facts) => save.mutateAsync(facts)}
        />
      )}
    </Told>
  );
}

function Remove({ provider, tag }: OfProvider) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const params = { path: { provider: provider.code } };
  const remove = useChange({
    change: () => api.DELETE('/api/v1/sign-on-providers/{provider}', { params, headers: ifMatch(tag) }),
    touches: [['/api/v1/sign-on-providers'], ['/api/v1/sign-on']],
    done: () => say('removed'),
  });
  const ask = () =>
    void modal.confirm({
      title: say('removeTitle', { code: provider.code }),
      content: say('removeText', { n: provider.identities }),
      okText: say('remove'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => remove.mutate(undefined, { onSuccess: () => void navigate('/access/sign-on') }),
    });
  return (
    <Button danger loading={remove.isPending} onClick={ask}>
      {say('remove')}
    </Button>
  );
}
