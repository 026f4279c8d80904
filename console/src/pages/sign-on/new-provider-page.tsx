import { Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useToast } from '#console/parts/use-toast.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { type Facts, ProviderForm } from './provider-form.tsx';
import { useKinds } from './use-kinds.ts';
import { kindWords, words } from './words.ts';

type Kind = Schemas['SignOnProvider']['kind'];

/** Adds a provider; what the identity platform wants to know is told on its page afterwards. */
export function NewProviderPage() {
  const say = useSay(words);
  const kinds = useKinds();
  const [kind, setKind] = useState<Kind>('oidc');
  const choices = choicesOf(kindWords, useSay(kindWords));
  return (
    <Page
      title={say('add')}
      intro={<BackLink to="/access/sign-on">{say('back')}</BackLink>}
      actions={
        <Segmented
          aria-label={say('kind')}
          value={kind}
          options={[...choices]}
          onChange={(chosen) => setKind(chosen === 'ldap' ? 'ldap' : 'oidc')}
        />
      }
    >
      <Told of={kinds}>
        {({ items }) => (
          <NewProvider
            key={kind}
            kind={kind}
            settings={items.find((one) => one.kind === kind)?.settings ?? []}
          />
        )}
      </Told>
    </Page>
  );
}

function NewProvider({
  kind,
  settings,
}: {
  readonly kind: Kind;
  readonly settings: readonly Schemas['Setting'][];
}) {
  const say = useSay(words);
  const toast = useToast();
  const navigate = useNavigate();
  const save = async (facts: Facts, code: string) => {
    await told(api.POST('/api/v1/sign-on-providers', { body: { ...facts, code, kind } }));
    toast.done(say('added'));
    await navigate(`/access/sign-on/${code}`);
  };
  return <ProviderForm settings={settings} save={save} />;
}
