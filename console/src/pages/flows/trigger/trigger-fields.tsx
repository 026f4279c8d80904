import { Button, Flex, Form, Input, InputNumber, Radio, Select, Tag } from 'antd';
import { formatMoment } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './trigger.module.css';
import type { TriggerValues } from './trigger-form.ts';
import { TRIGGER_KINDS, type TriggerKind } from './trigger-text.ts';
import { useCronText } from './use-cron-text.ts';
import { words } from './words.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/Berlin',
  'America/New_York',
  'UTC',
];
const UNITS = ['s', 'm', 'h', 'd'] as const;
const PRESETS = {
  daily: '0 2 * * *',
  workdays: '30 8 * * 1-5',
  hourly: '0 * * * *',
  monthly: '0 6 1 * *',
} as const;

/** How a flow begins, as fields of the form around it. */
export function TriggerFields({ hasWebhook }: { readonly hasWebhook: boolean }) {
  const say = useSay(words);
  const form = Form.useFormInstance<TriggerValues>();
  const kind = Form.useWatch('kind', form);
  return (
    <>
      <Form.Item name="kind" aria-label={say('change')}>
        <Radio.Group className={styles.kinds}>
          {TRIGGER_KINDS.map((one) => (
            <Kind key={one} kind={one} isOff={one === 'webhook' && !hasWebhook} />
          ))}
        </Radio.Group>
      </Form.Item>
      {kind === 'poll' ? <PollFields /> : null}
      {kind === 'cron' ? <CronFields /> : null}
      {kind === 'folder' ? <FolderFields /> : null}
    </>
  );
}

const KIND_WORDS = {
  poll: { name: 'pollLong', about: 'pollText' },
  cron: { name: 'cronLong', about: 'cronText' },
  webhook: { name: 'webhookLong', about: 'webhookText' },
  folder: { name: 'folderLong', about: 'folderText' },
  manual: { name: 'manualLong', about: 'manualText' },
  api: { name: 'apiLong', about: 'apiText' },
} as const satisfies Readonly<Record<TriggerKind, { name: keyof typeof words; about: keyof typeof words }>>;

function Kind({ kind, isOff }: { readonly kind: TriggerKind; readonly isOff: boolean }) {
  const say = useSay(words);
  return (
    <Radio value={kind} disabled={isOff} className={styles.kind}>
      <span className={styles.name}>{say(KIND_WORDS[kind].name)}</span>
      <span className={styles.about}>{isOff ? say('noWebhook') : say(KIND_WORDS[kind].about)}</span>
    </Radio>
  );
}

function PollFields() {
  const say = useSay(words);
  return (
    <Flex gap={12}>
      <Form.Item
        name="count"
        label={say('count')}
        rules={[{ required: true, message: say('needed', { name: say('count') }) }]}
      >
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
      <Form.Item name="unit" label={say('unit')}>
        <Select options={UNITS.map((value) => ({ value, label: say(value) }))} style={{ inlineSize: 110 }} />
      </Form.Item>
    </Flex>
  );
}

function CronFields() {
  const say = useSay(words);
  const form = Form.useFormInstance<TriggerValues>();
  const cron = Form.useWatch('cron', form) ?? '';
  const zone = Form.useWatch('zone', form) ?? '';
  const presets = (['daily', 'workdays', 'hourly', 'monthly'] as const).map((preset) => (
    <Button key={preset} size="small" onClick={() => form.setFieldValue('cron', PRESETS[preset])}>
      {say(preset)}
    </Button>
  ));
  return (
    <>
      <Flex gap={12} wrap>
        <Form.Item
          name="cron"
          label={say('cronField')}
          extra={say('cronHelp')}
          rules={[{ required: true, message: say('needed', { name: say('cronField') }) }]}
        >
          <Input autoComplete="off" spellCheck={false} style={{ inlineSize: 200 }} />
        </Form.Item>
        <Form.Item name="zone" label={say('zone')}>
          <Select
            showSearch
            options={ZONES.map((value) => ({ value, label: value }))}
            style={{ inlineSize: 200 }}
          />
        </Form.Item>
      </Flex>
      <Flex gap={8} wrap style={{ marginBlockEnd: 12 }}>
        {presets}
      </Flex>
      <CronSaid cron={cron} zone={zone} />
    </>
  );
}

/** A schedule as a sentence, with the next times. */
export function CronSaid({ cron, zone }: { readonly cron: string; readonly zone: string }) {
  const say = useSay(words);
  const said = useCronText(cron, zone);
  if (said === undefined) return null;
  if (said === null) return <p role="alert">{say('cronBad')}</p>;
  return (
    <div aria-live="polite" className={styles.said}>
      <strong>{said.text}</strong>
      <NextTimes times={said.next} />
    </div>
  );
}

/** The next times, in the reader's own zone. */
export function NextTimes({ times }: { readonly times: readonly string[] }) {
  const say = useSay(words);
  return (
    <Flex gap={6} wrap align="center">
      <span className="tz-faint">{say('next')}</span>
      {times.map((time) => (
        <Tag key={time} variant="filled" className="tz-number">
          {formatMoment(time)}
        </Tag>
      ))}
    </Flex>
  );
}

function FolderFields() {
  const say = useSay(words);
  return (
    <Flex gap={12} wrap>
      <Form.Item
        name="path"
        label={say('path')}
        rules={[{ required: true, message: say('needed', { name: say('path') }) }]}
      >
        <Input autoComplete="off" spellCheck={false} style={{ inlineSize: 280 }} />
      </Form.Item>
      <Form.Item name="pattern" label={say('pattern')}>
        <Input autoComplete="off" spellCheck={false} style={{ inlineSize: 140 }} />
      </Form.Item>
    </Flex>
  );
}
