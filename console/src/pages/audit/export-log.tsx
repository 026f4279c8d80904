import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useSearchParams } from 'react-router';
import { useSay } from '#console/words/use-say.ts';
import { exportAddress } from './export-address.ts';
import { words } from './words.ts';

/** Takes what is narrowed down out of the hub, all of it; the export is in the log itself. */
export function ExportLog() {
  const say = useSay(words);
  const [search] = useSearchParams();
  const link = (format: 'csv' | 'ndjson') => (
    <a href={exportAddress(search, format)} download>
      {say(format)}
    </a>
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'csv', label: link('csv') },
          { key: 'ndjson', label: link('ndjson') },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>{say('export')}</Button>
    </Dropdown>
  );
}
