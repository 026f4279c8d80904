import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Progress, Upload } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { sendFile } from '#console/api/send-file.ts';
import { useTold } from '#console/api/use-told.ts';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { ProgressOfRun } from '#console/parts/progress-of-run.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './flows.module.css';
import { useSourceCapabilities } from './use-source.ts';
import { words } from './words.ts';

interface Sending {
  readonly name: string;
  readonly share: number;
}

/** Takes a file by hand where the source of the flow reads files, and tells what came of it. */
export function UploadFile({ flow }: { readonly flow: Schemas['Flow'] }) {
  return useSourceCapabilities(flow.connection)?.includes('files') ? <Drop flow={flow} /> : null;
}

function Drop({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [done, setDone] = useState<{ readonly name: string; readonly run: Schemas['Run'] } | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const take = async (file: File) => {
    setDone(null);
    setTrouble(null);
    setSending({ name: file.name, share: 0 });
    const path = `/api/v1/flows/${encodeURIComponent(flow.code)}/files?name=${encodeURIComponent(file.name)}`;
    try {
      const run = await sendFile<Schemas['Run']>(path, file, (share) =>
        setSending({ name: file.name, share }),
      );
      setDone({ name: file.name, run });
    } catch (error) {
      setTrouble(error);
    }
    setSending(null);
    await client.invalidateQueries({ queryKey: ['/api/v1/runs'] });
    await client.invalidateQueries({ queryKey: ['/api/v1/flows'] });
  };
  return (
    <Panel title={say('uploadTitle')} intro={say('uploadText')}>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx,.xls,.zip,.gz"
        showUploadList={false}
        disabled={sending !== null}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <p aria-hidden style={{ fontSize: 26 }}>
          <InboxOutlined />
        </p>
        <p>{say('drop')}</p>
      </Upload.Dragger>
      <div aria-live="polite">
        {sending ? <Going sending={sending} /> : null}
        {trouble ? <ProblemView error={trouble} /> : null}
        {done ? <Came name={done.name} first={done.run} /> : null}
      </div>
    </Panel>
  );
}

function Going({ sending: { name, share } }: { readonly sending: Sending }) {
  const say = useSay(words);
  const text = share < 1 ? say('uploading', { name }) : say('reading', { name });
  return (
    <div className={styles.uploading}>
      <span>{text}</span>
      <Progress percent={Math.round(share * 100)} aria-label={text} status="active" />
    </div>
  );
}

/** The run goes on being posted after the file was read; its news keep this true. */
function Came({ name, first }: { readonly name: string; readonly first: Schemas['Run'] }) {
  const say = useSay(words);
  const { data: run = first } = useTold(['/api/v1/runs', first.id], () =>
    api.GET('/api/v1/runs/{run}', { params: { path: { run: first.id } } }),
  );
  const title = say('uploaded', { name, fresh: run.collected, known: run.repeated });
  return (
    <div className={styles.uploading}>
      <Alert
        type={run.held > 0 ? 'warning' : 'success'}
        showIcon
        title={title}
        description={<Counts run={run} />}
      />
    </div>
  );
}

function Counts({ run }: { readonly run: Schemas['Run'] }) {
  const say = useSay(words);
  const counts = (['posted', 'held', 'ignored'] as const).map((count) => `${say(count)} ${run[count]}`);
  return (
    <>
      <ProgressOfRun run={run} />
      {counts.join(' · ')}
    </>
  );
}
