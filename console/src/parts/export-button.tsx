import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { saveAnswer } from './save-answer.ts';
import { useToast } from './use-toast.tsx';
import { words } from './words.ts';

type ExportFormat = 'xlsx' | 'csv';

const BYTES_PER_MB = 1_000_000;

/** Writes what is shown, whole and not only this page, to a file, and says how much has come. */
export function ExportButton(props: {
  /** Asks the hub for the file, `parseAs: 'stream'`. */
  readonly ask: (format: ExportFormat) => Promise<{ readonly response: Response }>;
  readonly isDisabled?: boolean;
}) {
  const say = useSay(words);
  const reader = language.use();
  const toast = useToast();
  const [bytes, setBytes] = useState<number | null>(null);
  const write = async (format: ExportFormat) => {
    setBytes(0);
    try {
      const { response } = await props.ask(format);
      const name = await saveAnswer(response, setBytes);
      toast.done(say('exported', { name }));
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBytes(null);
    }
  };
  const isBusy = bytes !== null;
  return (
    <Dropdown
      trigger={['click']}
      disabled={isBusy || props.isDisabled}
      menu={{
        items: [
          { key: 'xlsx', label: say('exportExcel'), onClick: () => void write('xlsx') },
          { key: 'csv', label: say('exportCsv'), onClick: () => void write('csv') },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} loading={isBusy}>
        {isBusy
          ? say('exporting', { mb: formatNumber(Math.round(bytes / (BYTES_PER_MB / 10)) / 10, reader) })
          : say('export')}
      </Button>
    </Dropdown>
  );
}
