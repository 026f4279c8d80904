import { Button, Flex, Form, Input } from 'antd';
import { api, ifMatch, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { placeOf } from '#console/parts/connecting/refused-setting.ts';
import { EditablePanel } from '#console/parts/editable-panel.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { JsonView } from '#console/parts/json-view.tsx';
import { SettingsForm } from '#console/parts/settings-form.tsx';
import { formValues, settingsToSend, tellingSettings } from '#console/parts/settings-shown.ts';
import type { Values } from '#console/parts/settings-values.ts';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface SettingsProps {
  readonly connection: Schemas['Connection'];
  readonly connector: Schemas['Connector'];
  readonly tag: string | null;
}

/** The settings as they are, secrets only as "set"; and the form that changes them. */
export function SettingsPanel(props: SettingsProps) {
  const say = useSay(words);
  return (
    <EditablePanel
      title={say('settings')}
      permission="connections:write"
      edit={say('edit')}
      shown={<Shown {...props} />}
      form={(close) => <Editor {...props} close={close} />}
    />
  );
}

function Shown({ connection, connector }: SettingsProps) {
  const reader = language.use();
  const telling = tellingSettings(connector.settings, connection.settings);
  return (
    <Facts
      of={telling.map((setting) => [
        setting.title[reader],
        <Value key={setting.name} setting={setting} value={connection.settings[setting.name]} />,
      ])}
    />
  );
}

function Value({ setting, value }: { readonly setting: Schemas['Setting']; readonly value: unknown }) {
  const say = useSay(words);
  if (setting.type === 'secret') return <span className="tz-faint">{say('secretSet')}</span>;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object') return <JsonView value={value} />;
  return String(value);
}

function Editor({ connection, connector, tag, close }: SettingsProps & { readonly close: () => void }) {
  const say = useSay(words);
  const [form] = Form.useForm<Values>();
  const [naming] = Form.useForm<{ title: string }>();
  const { settings } = connector;
  const save = useChange({
    change: async (typed: Values) => {
      const { title } = await naming.validateFields();
      const body = { title, settings: settingsToSend(settings, connection.settings, typed) };
      const params = { path: { connection: connection.code } };
      return told(api.PUT('/api/v1/connections/{connection}', { params, body, headers: ifMatch(tag) }));
    },
    touches: [['/api/v1/connections']],
    done: () => say('saved'),
  });
  const send = (typed: Values) =>
    save.mutate(typed, {
      onSuccess: close,
      onError: (error) => {
        const place = error instanceof ProblemError ? placeOf(error.problem) : null;
        if (place) form.setFields([place]);
      },
    });
  return (
    <div style={{ maxInlineSize: 640 }}>
      <Form form={naming} layout="vertical" initialValues={{ title: connection.title }}>
        <Form.Item
          name="title"
          label={say('connectionTitle')}
          rules={[{ required: true, whitespace: true, message: say('titleNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <SettingsForm
        form={form}
        settings={settings}
        values={formValues(settings, connection.settings)}
        onFinish={send}
      >
        <Flex gap={8}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {say('save')}
          </Button>
          <Button onClick={close}>{say('cancel')}</Button>
        </Flex>
      </SettingsForm>
    </div>
  );
}
