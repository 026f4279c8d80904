import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { JsonView } from '#console/parts/json-view.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { useSay } from '#console/words/use-say.ts';
import { findParts, prettyText, rawParts } from './raw-parts.ts';
import styles from './records.module.css';
import { words } from './words.ts';

type Raw = NonNullable<Schemas['Trace']['record']['raw']>;

/** What came in, by field or as it came, with search and download. */
export function RawContent({ id, raw }: { readonly id: string; readonly raw: Raw }) {
  const say = useSay(words);
  const [way, setWay] = useState<'fields' | 'text'>('fields');
  const [wanted, setWanted] = useState('');
  const parts = useMemo(() => (raw.encoding === 'utf-8' ? rawParts(raw.text) : null), [raw]);
  const isByField = way === 'fields' && parts !== null;
  return (
    <section aria-label={say('rawContent')}>
      <Flex gap={8} wrap align="center" className={styles.rawTools}>
        {parts === null ? null : (
          <Segmented
            size="small"
            aria-label={say('rawContent')}
            value={way}
            onChange={setWay}
            options={[
              { value: 'fields', label: say('asFields') },
              { value: 'text', label: say('asText') },
            ]}
          />
        )}
        {isByField ? (
          <Input
            size="small"
            className={styles.rawSearch}
            allowClear
            aria-label={say('findInRaw')}
            placeholder={say('findInRaw')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        ) : null}
        <Button size="small" icon={<DownloadOutlined />} href={`/api/v1/records/${id}/raw`}>
          {say('download')}
        </Button>
      </Flex>
      {isByField ? <Parts parts={findParts(parts, wanted)} /> : <JsonView value={prettyText(raw.text)} />}
    </section>
  );
}

function Parts({ parts }: { readonly parts: ReturnType<typeof findParts> }) {
  const say = useSay(words);
  if (parts.length === 0) return <p className="tz-faint">{say('noneFound')}</p>;
  return (
    <Scrolls className={styles.rawParts} label={say('rawContent')}>
      <dl>
        {parts.map(({ path, value }) => (
          <div key={path}>
            <dt className="tz-code">{path}</dt>
            <dd>{value === '' ? <span className="tz-faint">{say('nothing')}</span> : value}</dd>
          </div>
        ))}
      </dl>
    </Scrolls>
  );
}
