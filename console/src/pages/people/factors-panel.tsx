import { App, Button } from 'antd';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { Facts } from '#console/parts/facts.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { factorsOf } from './states.ts';
import { words } from './words.ts';

/** What somebody proves themselves with; taken away when they lost it. */
export function FactorsPanel({ person }: { readonly person: Schemas['Person'] }) {
  const say = useSay(words);
  const { totp, passkeys } = person.factors;
  const has = factorsOf(person.factors).length > 0;
  return (
    <Panel
      title={say('factors')}
      intro={say('factorsText')}
      actions={has ? <ResetButton person={person} /> : null}
    >
      <Facts
        of={[
          [
            say('totp'),
            <StateTag key="totp" tone={totp ? 'good' : 'quiet'}>
              {say(totp ? 'bound' : 'notBound')}
            </StateTag>,
          ],
          [say('passkeys'), passkeys > 0 ? say('passkeyCount', { n: passkeys }) : say('notBound')],
        ]}
      />
    </Panel>
  );
}

function ResetButton({ person }: { readonly person: Schemas['Person'] }) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const { person: self } = useSignedIn();
  const reset = useChange({
    change: () =>
      api.POST('/api/v1/people/{person}/reset-factors', { params: { path: { person: person.id } } }),
    touches: [['/api/v1/people'], ['/api/v1/sessions']],
    done: () => say('factorsReset', { name: person.name }),
  });
  if (!may('people:write') || self.id === person.id) return null;
  const ask = () =>
    void modal.confirm({
      title: say('resetTitle', { name: person.name }),
      content: say('resetText'),
      okText: say('reset'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => reset.mutate(),
    });
  return (
    <Button danger loading={reset.isPending} onClick={ask}>
      {say('reset')}
    </Button>
  );
}
