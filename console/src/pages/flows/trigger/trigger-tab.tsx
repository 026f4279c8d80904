import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import type { TabProps } from '#console/pages/flows/flow-tab.ts';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './trigger.module.css';
import { CronSaid, NextTimes, TriggerFields } from './trigger-fields.tsx';
import { type TriggerValues, triggerOf, valuesOf, ZONE_DEFAULT } from './trigger-form.ts';
import { triggerInWords } from './trigger-text.ts';
import { words } from './words.ts';

/** How a flow begins, the addresses that set it going, and the form that changes it. */
export function TriggerTab({ flow }: TabProps) {
  const may = useMay();
  const params = { path: { flow: flow.code } };
  const doors = useTold(['/api/v1/flows', flow.code, 'trigger'], () =>
    api.GET('/api/v1/flows/{flow}/trigger', { params }),
  );
  return (
    <div className={styles.stack}>
      <Now flow={flow} />
      <Told of={doors}>
        {(told) => (
          <>
            <Doors doors={told} />
            {may('flows:write') ? <Editor flow={flow} hasWebhook={told.webhook !== null} /> : null}
          </>
        )}
      </Told>
    </div>
  );
}

function Now({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const schedule = useTold(['/api/v1/flows', flow.code, 'schedule'], () =>
    api.GET('/api/v1/flows/{flow}/schedule', { params: { path: { flow: flow.code } } }),
  );
  const { trigger } = flow;
  return (
    <Panel title={say('title')} intro={say('text')}>
      {trigger?.cron === undefined ? (
        <p className={styles.now}>
          <strong>{triggerInWords(trigger, say)}</strong>
        </p>
      ) : (
        <CronSaid cron={trigger.cron} zone={trigger.zone ?? ZONE_DEFAULT} />
      )}
      {trigger?.cron === undefined && schedule.data ? <Next times={schedule.data.next} /> : null}
    </Panel>
  );
}

function Next({ times }: { readonly times: readonly string[] }) {
  const say = useSay(words);
  return times.length > 0 ? <NextTimes times={times} /> : <p className="tz-faint">{say('nextNone')}</p>;
}

function Doors({ doors: { webhook, documents } }: { readonly doors: Schemas['FlowTrigger'] }) {
  const say = useSay(words);
  return (
    <>
      {webhook ? (
        <Panel title={say('hookTitle')} intro={say('hookText')}>
          <Door {...webhook} label={say('hookTitle')} />
        </Panel>
      ) : null}
      <Panel title={say('documentsTitle')} intro={say('documentsText')}>
        <Door {...documents} label={say('documentsTitle')} />
      </Panel>
    </>
  );
}

function Door({
  url,
  curl,
  label,
}: {
  readonly url: string;
  readonly curl: string | null;
  readonly label: string;
}) {
  const say = useSay(words);
  return (
    <div className={styles.doors}>
      <Copyable text={url} label={label} />
      {curl === null ? null : (
        <>
          <h3>{say('curl')}</h3>
          <Copyable text={curl} label={say('curl')} />
        </>
      )}
    </div>
  );
}

function Editor({ flow, hasWebhook }: { readonly flow: Schemas['Flow']; readonly hasWebhook: boolean }) {
  const say = useSay(words);
  const [form] = Form.useForm<TriggerValues>();
  const [saved, setSaved] = useState<number | null>(null);
  const params = { path: { flow: flow.code } };
  const schedule = useQuery({
    queryKey: ['/api/v1/flows', flow.code, 'schedule-tag'],
    queryFn: () => toldWithTag(api.GET('/api/v1/flows/{flow}/schedule', { params })),
  });
  const save = useChange({
    change: (values: TriggerValues) =>
      told(
        api.PATCH('/api/v1/flows/{flow}/trigger', {
          params,
          body: { trigger: triggerOf(values) },
          headers: ifMatch(schedule.data?.tag ?? null),
        }),
      ),
    touches: [['/api/v1/flows']],
    done: ({ version }) => say('saved', { n: version }),
  });
  const send = () =>
    // Fields that are not shown keep what they had, so that switching to and fro loses nothing.
    save.mutate(
      { ...valuesOf(flow.trigger), ...form.getFieldsValue(true) },
      { onSuccess: ({ version }) => setSaved(version) },
    );
  return (
    <Panel title={say('change')} intro={say('changeText')}>
      {saved === null ? null : <Saved flow={flow.code} version={saved} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={valuesOf(flow.trigger)}
        onFinish={send}
        requiredMark={false}
      >
        <TriggerFields hasWebhook={hasWebhook} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
      </Form>
    </Panel>
  );
}

function Saved({ flow, version }: { readonly flow: string; readonly version: number }) {
  const say = useSay(words);
  const action = (
    <LinkButton to={`/flows/${encodeURIComponent(flow)}?tab=versions`} size="small" type="primary">
      {say('toVersions', { n: version })}
    </LinkButton>
  );
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBlockEnd: 16 }}
      title={say('saved', { n: version })}
      action={action}
    />
  );
}
