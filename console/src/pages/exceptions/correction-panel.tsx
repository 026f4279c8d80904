import { Button, Flex, Input, Segmented } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import {
  type Correctable,
  type CorrectableDocument,
  changesOf,
  correctables,
  type FieldChange,
} from './correctable.ts';
import styles from './exceptions.module.css';
import { TriedView } from './tried-view.tsx';
import type { Fixing } from './use-fixing.ts';
import { words } from './words.ts';

interface Correcting {
  readonly exception: Schemas['Exception'];
  readonly fixing: Fixing;
}

/** The document itself, field by field: typed over, tried out, saved with a reason. */
export function CorrectionPanel({ exception, fixing }: Correcting) {
  const say = useSay(words);
  const { id } = exception;
  const trial = useTold(['/api/v1/exceptions', id, 'trial'], () => tryOut(id, []));
  return (
    <div id="correction">
      <Panel title={say('correction')} intro={say('correctionIntro')}>
        <Told of={trial}>
          {({ before }) => {
            const places = exception.findings.map(({ at }) => at).filter(isField);
            return (
              <Editor
                exception={exception}
                fixing={fixing}
                documents={correctables(before.documents, places)}
              />
            );
          }}
        </Told>
      </Panel>
    </div>
  );
}

/** Periods and lists are named by findings, and are no fields. */
function isField(at: string): boolean {
  return at !== '' && at !== 'period' && at !== 'lines' && !at.startsWith('template');
}

function tryOut(id: string, changes: readonly FieldChange[]) {
  const params = { path: { exception: id } };
  return api.POST('/api/v1/exceptions/{exception}/try', { params, body: { changes: [...changes] } });
}

function Editor({
  exception,
  fixing,
  documents,
}: Correcting & { readonly documents: readonly CorrectableDocument[] }) {
  const say = useSay(words);
  const [chosen, choose] = useState(documents.find(({ isInQuestion }) => isInQuestion)?.key ?? '0');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [wantsAll, setWantsAll] = useState(false);
  const document = documents.find(({ key }) => key === chosen);
  const isWhole = wantsAll || document?.isInQuestion === false;
  const changes = changesOf(documents, typed);
  const trial = useChange({ change: () => told(tryOut(exception.id, changes)) });
  if (document === undefined) return <p className="tz-faint">{say('nothingToCorrect')}</p>;
  const shown = document.fields.filter(({ isInQuestion }) => isWhole || isInQuestion);
  return (
    <div className={styles.main}>
      {documents.length > 1 ? (
        <Segmented
          aria-label={say('whichDocument')}
          value={chosen}
          onChange={choose}
          options={documents.map(({ key, kind, number }) => ({ value: key, label: `${kind} ${number}` }))}
        />
      ) : null}
      <FieldTable
        fields={shown}
        valueOf={({ at, value }) => typed[`${chosen} ${at}`] ?? value}
        type={(at, value) => setTyped((before) => ({ ...before, [`${chosen} ${at}`]: value }))}
      />
      <Flex gap={8} wrap>
        <Button
          disabled={changes.length === 0}
          loading={trial.isPending}
          onClick={() => trial.mutate(undefined)}
        >
          {say('tryOut')}
        </Button>
        <SaveButton exception={exception} fixing={fixing} changes={changes} />
        {document.isInQuestion ? (
          <Button type="link" onClick={() => setWantsAll(!wantsAll)}>
            {say(wantsAll ? 'fewerFields' : 'moreFields')}
          </Button>
        ) : null}
      </Flex>
      {trial.data ? (
        <div className={styles.compare} role="status">
          <TriedView title={say('before')} tried={trial.data.before} />
          <TriedView title={say('after')} tried={trial.data.after} />
        </div>
      ) : null}
    </div>
  );
}

function FieldTable(props: {
  readonly fields: readonly Correctable[];
  readonly valueOf: (field: Correctable) => string;
  readonly type: (at: string, value: string) => void;
}) {
  const say = useSay(words);
  const reader = language.use();
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('now')}</th>
          <th scope="col">{say('corrected')}</th>
        </tr>
      </thead>
      <tbody>
        {props.fields.map((one) => {
          const { at, value, isInQuestion } = one;
          return (
            <tr key={at} data-wanted={isInQuestion || undefined}>
              <th scope="row">{fieldName(at, reader)}</th>
              <td className="tz-number">
                {value === '' ? <span className="tz-faint">{say('empty')}</span> : value}
              </td>
              <td>
                <Input
                  size="small"
                  aria-label={`${say('corrected')} ${fieldName(at, reader)}`}
                  value={props.valueOf(one)}
                  onChange={(event) => props.type(at, event.target.value)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SaveButton({
  exception,
  fixing,
  changes,
}: Correcting & { readonly changes: readonly FieldChange[] }) {
  const say = useSay(words);
  const confirm = useConfirmWithReason();
  const params = { path: { exception: exception.id } };
  const save = useChange({
    change: async (reason: string) => {
      const body = { changes: [...changes], reason };
      const { runId } = await told(api.POST('/api/v1/exceptions/{exception}/correct', { params, body }));
      fixing.follow(runId);
    },
    touches: [['/api/v1/records', exception.recordId, 'corrections']],
    done: () => say('correctionSaved'),
  });
  const ask = async () => {
    const action = say('saveCorrection');
    const reason = await confirm({ title: say('correction'), text: say('correctionIntro'), action });
    if (reason !== null) save.mutate(reason);
  };
  return (
    <Button
      type="primary"
      disabled={changes.length === 0}
      loading={save.isPending || fixing.isWorking}
      onClick={ask}
    >
      {say('saveCorrection')}
    </Button>
  );
}
