import { Collapse, Form, type FormInstance, Input, InputNumber, Select, Switch } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { PairsField } from './pairs-field.tsx';
import { isAsked, isUsual, type Values } from './settings-values.ts';
import { words } from './words.ts';

type Setting = Schemas['Setting'];

/** A form made from the settings schema of a connector; a setting appears when those it depends on have their values. */
export function SettingsForm(props: {
  readonly form: FormInstance<Values>;
  readonly settings: readonly Setting[];
  /** As they are now; secrets are never told. */
  readonly values?: Values;
  readonly onFinish: (values: Values) => void;
  readonly children?: React.ReactNode;
}) {
  const { form, settings, values = {} } = props;
  const now = Form.useWatch((all: Values) => all, form) ?? values;
  const isKept = props.values !== undefined;
  const start = Object.fromEntries(settings.map(({ name, default: usual }) => [name, usual]));
  const asked = settings.filter((setting) => isAsked(setting, { ...start, ...now }));
  return (
    <Form form={form} layout="vertical" initialValues={{ ...start, ...values }} onFinish={props.onFinish}>
      <SettingItems settings={asked.filter((setting) => !isUsual(setting))} isKept={isKept} />
      <MoreSettings settings={asked.filter(isUsual)} isKept={isKept} />
      {props.children}
    </Form>
  );
}

interface SettingItemsProps {
  readonly settings: readonly Setting[];
  readonly isKept: boolean;
}

/** What has a value that suits most, put away until somebody wants to see it. */
function MoreSettings({ settings, isKept }: SettingItemsProps) {
  const say = useSay(words);
  if (settings.length === 0) return null;
  const children = <SettingItems settings={settings} isKept={isKept} />;
  const label = say('moreSettings', { n: settings.length });
  // Kept in the form while closed: what is not shown is sent all the same.
  return (
    <Collapse
      ghost
      size="small"
      style={{ marginBlockEnd: 16 }}
      items={[{ key: 'more', label, children, forceRender: true }]}
    />
  );
}

function SettingItems({ settings, isKept }: SettingItemsProps) {
  return settings.map((setting) => <SettingItem key={setting.name} setting={setting} isKept={isKept} />);
}

function SettingItem({ setting, isKept }: { readonly setting: Setting; readonly isKept: boolean }) {
  const reader = language.use();
  const say = useSay(words);
  const title = setting.title[reader];
  const isKeptSecret = setting.type === 'secret' && isKept;
  return (
    <Form.Item
      name={setting.name}
      label={title}
      extra={setting.help?.[reader]}
      valuePropName={setting.type === 'boolean' ? 'checked' : 'value'}
      rules={[
        {
          required: setting.required && !isKeptSecret,
          message: say('required', { name: title }),
        },
      ]}
    >
      {fieldOf(setting, isKeptSecret ? say('secretKept') : undefined)}
    </Form.Item>
  );
}

function fieldOf({ type, choices, min, max, multiline }: Setting, hint: string | undefined): React.ReactNode {
  switch (type) {
    case 'secret':
      return <Input.Password placeholder={hint} autoComplete="new-password" />;
    case 'number':
      return <InputNumber min={min} max={max} />;
    case 'boolean':
      return <Switch />;
    case 'choice':
      return <Select options={(choices ?? []).map((value) => ({ value, label: value }))} />;
    case 'list':
      return <Select mode="tags" tokenSeparators={[',', '，', '、', '\n']} open={false} suffix={null} />;
    case 'map':
      return <PairsField />;
    default:
      if (multiline) return <Input.TextArea className="tz-code" autoSize={{ minRows: 3, maxRows: 12 }} />;
      return <Input type={type === 'url' ? 'url' : 'text'} autoComplete="off" />;
  }
}
