import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { paperLook, paperSize } from './paper-look.ts';
import { lookWords, sizeWords, words } from './words.ts';

/** How the paper looks, what it is printed on, and printing. */
export function PaperTools({ isReady = true }: { readonly isReady?: boolean }) {
  const say = useSay(words);
  const looks = choicesOf(lookWords, useSay(lookWords));
  const sizes = choicesOf(sizeWords, useSay(sizeWords));
  const look = paperLook.use();
  const size = paperSize.use();
  return (
    <>
      <Segmented
        value={look}
        options={[...looks]}
        onChange={(value) => paperLook.set(value === 'plain' ? 'plain' : 'grid')}
      />
      <Select
        aria-label={say('size')}
        value={size}
        options={sizes.map(({ value, label }) => ({ value: value === 'a4' ? 'a4' : 'a5', label }))}
        popupMatchSelectWidth={false}
        onChange={(value) => paperSize.set(value)}
      />
      <Button type="primary" icon={<PrinterOutlined />} disabled={!isReady} onClick={() => window.print()}>
        {say('print')}
      </Button>
    </>
  );
}
