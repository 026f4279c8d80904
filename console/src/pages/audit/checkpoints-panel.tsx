import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { Copyable } from '#console/parts/connecting/copyable.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { saveText } from './save-text.ts';
import { WideTable } from './wide-table.tsx';
import { words } from './words.ts';

const PAGE = 20;

/** The signed checkpoints, where they are written, and the key that checks them. */
export function CheckpointsPanel() {
  const say = useSay(words);
  const [after, setAfter] = useState<string | null>(null);
  const checkpoints = useTold(['/api/v1/audit/checkpoints', after], () =>
    api.GET('/api/v1/audit/checkpoints', {
      params: { query: { limit: PAGE, ...(after === null ? {} : { after }) } },
    }),
  );
  return (
    <Panel title={say('checkpoints')} intro={say('checkpointsText')}>
      <Told of={checkpoints}>
        {({ items, publicKeys, places, next }) => (
          <Flex vertical gap={16}>
            {places.map(({ folder, trouble }) =>
              trouble === null ? null : (
                <Alert
                  key={folder}
                  type="error"
                  showIcon
                  title={say('notWritten', { folder })}
                  description={trouble}
                />
              ),
            )}
            <PublicKeys keys={publicKeys} />
            <p className="tz-faint" style={{ margin: 0 }}>
              {say('writtenTo')}{' '}
              {places.map(({ folder }) => (
                <code key={folder} className="tz-code">
                  {folder}{' '}
                </code>
              ))}
            </p>
            <Checkpoints items={items} />
            <Flex gap={8} justify="end">
              {after === null ? null : (
                <Button size="small" onClick={() => setAfter(null)}>
                  {say('firstPage')}
                </Button>
              )}
              {next === null ? null : (
                <Button size="small" onClick={() => setAfter(items.at(-1)?.sequence ?? null)}>
                  {say('older')}
                </Button>
              )}
            </Flex>
          </Flex>
        )}
      </Told>
    </Panel>
  );
}

function PublicKeys({ keys }: { readonly keys: readonly string[] }) {
  const say = useSay(words);
  return (
    <Flex vertical gap={6}>
      <Flex justify="space-between" align="center" gap={8} wrap>
        <span className="tz-faint">{say('publicKeyText')}</span>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          onClick={() => saveText({ name: 'tongzhang-audit-keys.txt', text: `${keys.join('\n')}\n` })}
        >
          {say('publicKey')}
        </Button>
      </Flex>
      {keys.map((key) => (
        <Copyable key={key} text={key} label={say('publicKey')} />
      ))}
    </Flex>
  );
}

function Checkpoints({ items }: { readonly items: readonly Schemas['Checkpoint'][] }) {
  const say = useSay(words);
  return (
    <WideTable<Schemas['Checkpoint']>
      label={say('checkpoints')}
      rowKey="sequence"
      dataSource={[...items]}
      locale={{ emptyText: <span className="tz-faint">{say('noCheckpoints')}</span> }}
      columns={[
        { key: 'sequence', title: say('number'), dataIndex: 'sequence' },
        { key: 'at', title: say('signedAt'), render: (_, { at }) => <DateTime at={at} /> },
        {
          key: 'entries',
          title: say('entries'),
          align: 'right',
          className: 'tz-number',
          dataIndex: 'entries',
        },
        {
          key: 'note',
          title: say('actions'),
          render: (_, { sequence, note }) => (
            <Button
              type="link"
              size="small"
              onClick={() => saveText({ name: `checkpoint-${sequence}.txt`, text: note })}
            >
              {say('download')}
            </Button>
          ),
        },
      ]}
    />
  );
}
