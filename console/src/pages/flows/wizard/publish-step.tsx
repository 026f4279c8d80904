import { Alert, Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { setAt } from '#console/pages/flows/draft/edit-text.ts';
import { countOutcomes } from '#console/pages/flows/dry-run/join-tried.ts';
import { TriggerFields } from '#console/pages/flows/trigger/trigger-fields.tsx';
import { type TriggerValues, triggerOf, valuesOf } from '#console/pages/flows/trigger/trigger-form.ts';
import { useSourceCapabilities } from '#console/pages/flows/use-source.ts';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { Refusals } from './fields-step.tsx';
import type { StepProps } from './new-flow-page.tsx';
import { saveFlow } from './save-flow.ts';
import { useFilled, usePreview } from './use-filled.ts';
import { usualTrigger } from './usual-trigger.ts';
import { Vouchers } from './vouchers.tsx';
import { words } from './words.ts';

/** What the samples come to, when it begins, and the last word. */
export function PublishStep({ state, change }: StepProps) {
  const filled = useFilled(state);
  const preview = usePreview(filled.data, state.template?.samples ?? []);
  return (
    <Told of={preview}>
      {(told) => (
        <>
          <Refusals refusals={told.refusals} />
          <Summary preview={told} />
          <Ending
            state={state}
            change={change}
            source={filled.data ?? ''}
            isRefused={told.refusals.length > 0}
          />
        </>
      )}
    </Told>
  );
}

function Summary({ preview: { results } }: { readonly preview: Schemas['FlowPreview'] }) {
  const say = useSay(words);
  const counts = countOutcomes(results);
  const reasons = [
    ...new Set(
      results
        .flatMap(({ outcome, findings }) => (outcome === 'held' ? findings : []))
        .map(({ title }) => title),
    ),
  ];
  const first = results.find(({ outcome }) => outcome === 'posted');
  return (
    <Panel title={say('tryTitle')}>
      <Alert
        type={counts.held > 0 ? 'warning' : 'success'}
        showIcon
        title={say('tried', { n: results.length, ...counts })}
        description={reasons.length > 0 ? <Reasons of={reasons} /> : undefined}
      />
      {first ? <Vouchers drafts={first.drafts} /> : null}
    </Panel>
  );
}

function Reasons({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="tz-list">
      {of.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}

interface EndingProps extends StepProps {
  readonly source: string;
  readonly isRefused: boolean;
}

function Ending({ state, change, source, isRefused }: EndingProps) {
  const say = useSay(words);
  const may = useMay();
  const [form] = Form.useForm<TriggerValues>();
  const capabilities = useSourceCapabilities(state.connection ?? '');
  const { save, unpublished } = useSave(state.code);
  if (capabilities === null) return null;
  const start = valuesOf(usualTrigger(source, capabilities));
  const send = async (isPublishing: boolean) => {
    await form.validateFields();
    const text = setAt(source, ['trigger'], triggerOf({ ...start, ...form.getFieldsValue(true) }));
    save.mutate({ text, isPublishing });
  };
  return (
    <>
      <Panel title={say('triggerTitle')}>
        <Form form={form} layout="vertical" requiredMark={false} initialValues={start}>
          <TriggerFields hasWebhook={capabilities.includes('webhook')} />
        </Form>
      </Panel>
      {unpublished ? <Unpublished code={state.code} error={unpublished} /> : null}
      <Flex justify="end" gap={8} wrap>
        <Button onClick={() => change({ step: 2 })}>{say('previous')}</Button>
        <Button
          disabled={isRefused || unpublished !== null}
          loading={save.isPending}
          onClick={() => send(false)}
        >
          {say('save')}
        </Button>
        {may('flows:publish') ? (
          <Button
            type="primary"
            disabled={isRefused || unpublished !== null}
            loading={save.isPending}
            onClick={() => send(true)}
          >
            {say('publish')}
          </Button>
        ) : null}
      </Flex>
    </>
  );
}

interface Wanted {
  readonly text: string;
  readonly isPublishing: boolean;
}

/** Saves, and publishes where that is wanted. A flow that was saved and not published says why. */
function useSave(code: string) {
  const say = useSay(words);
  const navigate = useNavigate();
  const [unpublished, setUnpublished] = useState<unknown>(null);
  const save = useChange({
    change: async ({ text, isPublishing }: Wanted) => {
      const { version } = await saveFlow(text);
      if (!isPublishing) return true;
      const params = { path: { flow: code, version } };
      return told(api.POST('/api/v1/flows/{flow}/versions/{version}/publish', { params })).then(
        () => true,
        (error: unknown) => {
          setUnpublished(error);
          return false;
        },
      );
    },
    touches: [['/api/v1/flows']],
    done: (isDone, { isPublishing }) => say(isDone && isPublishing ? 'published' : 'saved', { name: code }),
  });
  const mutate = (wanted: Wanted) =>
    save.mutate(wanted, {
      onSuccess: (isDone) => isDone && void navigate(`/flows/${encodeURIComponent(code)}`),
    });
  return { save: { ...save, mutate }, unpublished };
}

function Unpublished({ code, error }: { readonly code: string; readonly error: unknown }) {
  const say = useSay(words);
  return (
    <Panel
      title={say('savedOnly')}
      actions={
        <LinkButton to={`/flows/${encodeURIComponent(code)}?tab=versions`}>{say('openFlow')}</LinkButton>
      }
    >
      <ProblemView error={error} />
    </Panel>
  );
}
