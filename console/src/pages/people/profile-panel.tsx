import { Button, Flex, Form, Input, Select } from 'antd';
import { api, ifMatch, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { EditablePanel } from '#console/parts/editable-panel.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { useSay } from '#console/words/use-say.ts';
import { TONES } from './states.ts';
import { stateWords, words } from './words.ts';

interface OfPerson {
  readonly person: Schemas['Person'];
  readonly tag: string | null;
}

export function ProfilePanel(props: OfPerson) {
  const say = useSay(words);
  return (
    <EditablePanel
      title={say('profile')}
      permission="people:write"
      edit={say('edit')}
      shown={<Shown person={props.person} />}
      form={(close) => <Editor {...props} close={close} />}
    />
  );
}

function Shown({ person }: Pick<OfPerson, 'person'>) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const languages = new Map<string, string>(LANGUAGE_NAMES);
  return (
    <Facts
      of={[
        [
          say('state'),
          <StateTag key="state" tone={TONES[person.state]}>
            {sayState(person.state)}
          </StateTag>,
        ],
        [say('login'), person.login],
        [say('email'), person.email],
        [say('language'), languages.get(person.language)],
        [say('source'), person.source === 'local' ? say('local') : person.source],
        [say('signedIn'), <DateTime key="signedIn" at={person.signedInAt} />],
        [say('since'), <DateTime key="since" at={person.createdAt} />],
      ]}
    />
  );
}

type Profile = Pick<Schemas['Person'], 'name' | 'email' | 'language'>;

function Editor({ person, tag, close }: OfPerson & { readonly close: () => void }) {
  const say = useSay(words);
  const params = { path: { person: person.id } };
  const save = useChange({
    change: ({ name, email, language }: Profile) =>
      told(
        api.PATCH('/api/v1/people/{person}', {
          params,
          body: { name, email: email?.trim() || null, language },
          headers: ifMatch(tag),
        }),
      ),
    touches: [['/api/v1/people']],
    done: () => say('saved'),
  });
  return (
    <Form<Profile>
      layout="vertical"
      requiredMark={false}
      initialValues={person}
      style={{ maxInlineSize: 480 }}
      onFinish={(typed) => save.mutate(typed, { onSuccess: close })}
    >
      <Form.Item
        name="name"
        label={say('name')}
        rules={[{ required: true, whitespace: true, message: say('needed', { name: say('name') }) }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={say('email')}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={say('language')}>
        <Select options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
        <Button onClick={close}>{say('cancel')}</Button>
      </Flex>
    </Form>
  );
}
