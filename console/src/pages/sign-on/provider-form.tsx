import { Alert, Button, Flex, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { ProblemError } from '#console/api/trouble.ts';
import { placeOf } from '#console/parts/connecting/refused-setting.ts';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { SettingsForm } from '#console/parts/settings-form.tsx';
import { formValues, settingsToSend } from '#console/parts/settings-shown.ts';
import type { Values } from '#console/parts/settings-values.ts';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { useSay } from '#console/words/use-say.ts';
import { MappingTable } from './mapping-table.tsx';
import { mappingsToSend, type TypedMapping, typedMappings } from './mappings.ts';
import styles from './sign-on.module.css';
import { words } from './words.ts';

type Provider = Schemas['SignOnProvider'];

/** What can be changed of a provider. */
export type Facts = Pick<Provider, 'titles' | 'settings' | 'enabled' | 'trustsSecondFactor' | 'mappings'>;
interface Head extends Pick<Facts, 'titles' | 'enabled' | 'trustsSecondFactor'> {
  /** Asked of a new provider only. */
  readonly code?: string;
}

const NEW: Facts = {
  titles: { zh: '', en: '', ja: '' },
  settings: {},
  enabled: true,
  trustsSecondFactor: false,
  mappings: [],
};

/** The form of a provider, new or known: how it is called, its settings, and whose group becomes which role. */
export function ProviderForm(props: {
  readonly settings: readonly Schemas['Setting'][];
  readonly known?: Provider;
  readonly save: (facts: Facts, code: string) => Promise<unknown>;
}) {
  const { settings, known } = props;
  const say = useSay(words);
  const may = useMay();
  const [head] = Form.useForm<Head>();
  const [form] = Form.useForm<Values>();
  const [mappings, setMappings] = useState<readonly TypedMapping[]>(typedMappings(known?.mappings ?? []));
  const [{ isSaving, trouble }, setDoing] = useState<{ isSaving: boolean; trouble: unknown }>(CALM);
  const send = async (typed: Values) => {
    const own = await head.validateFields().catch(() => null);
    if (own === null) return;
    const { code = known?.code ?? '', ...shown } = own;
    const whole = settingsToSend(settings, known?.settings ?? {}, typed);
    setDoing({ isSaving: true, trouble: null });
    try {
      await props.save({ ...shown, settings: whole, mappings: mappingsToSend(mappings) }, code);
      setDoing(CALM);
    } catch (error) {
      setDoing({ isSaving: false, trouble: error });
      const place = error instanceof ProblemError ? placeOf(error.problem) : null;
      if (place) form.setFields([place]);
    }
  };
  return (
    <Flex vertical gap={16}>
      <Panel title={say('shownAs')} intro={say('shownAsText')}>
        <HeadItems form={head} known={known} />
      </Panel>
      <Panel title={say('settings')}>
        <div className={styles.narrow}>
          <SettingsForm
            form={form}
            settings={settings}
            values={known ? formValues(settings, known.settings) : undefined}
            onFinish={send}
          />
        </div>
      </Panel>
      <Panel title={say('mappings')} intro={say('mappingsText')}>
        {may('roles:write') ? (
          <MappingTable value={mappings} onChange={setMappings} />
        ) : (
          <Alert type="info" showIcon title={say('mappingsByOthers')} />
        )}
      </Panel>
      {trouble === null ? null : <ProblemView error={trouble} />}
      <div>
        <Button type="primary" loading={isSaving} onClick={form.submit}>
          {say('save')}
        </Button>
      </div>
    </Flex>
  );
}

const CALM = { isSaving: false, trouble: null };

function HeadItems({
  form,
  known,
}: {
  readonly form: ReturnType<typeof Form.useForm<Head>>[0];
  readonly known?: Provider;
}) {
  const say = useSay(words);
  const needed = (name: string) => [{ required: true, whitespace: true, message: say('needed', { name }) }];
  return (
    <Form<Head> form={form} layout="vertical" requiredMark={false} initialValues={known ?? NEW}>
      {known ? null : <CodeItem />}
      <div className={styles.titles}>
        {LANGUAGE_NAMES.map(([code, title]) => (
          <Form.Item key={code} name={['titles', code]} label={title} rules={needed(title)}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="enabled" label={say('enabled')} extra={say('enabledHint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="trustsSecondFactor"
        label={say('trusts')}
        extra={say('trustsHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </Form>
  );
}

function CodeItem() {
  const say = useSay(words);
  return (
    <Form.Item
      name="code"
      label={say('code')}
      extra={say('codeHint')}
      rules={[
        { required: true, message: say('needed', { name: say('code') }) },
        { pattern: /^[a-z0-9][a-z0-9-]{0,39}$/, message: say('codeWrong') },
      ]}
    >
      <Input className="tz-code" autoComplete="off" style={{ maxInlineSize: 280 }} />
    </Form.Item>
  );
}
