import { Select } from 'antd';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { LinePart } from './template-line.tsx';
import { useFieldOptions } from './use-field-options.ts';
import { words } from './words.ts';

const ONCE = '';
const EACH = 'each';

/** Once, once for each line of the document, or spread over them to the cent. */
export function LineRepeat({ line, kind, set }: LinePart) {
  const say = useSay(words);
  const reader = language.use();
  const shares = useFieldOptions(kind, 'lines', ['amount', 'qty', 'int', 'rate']);
  const value = line.allocateBy ?? (line.each === 'lines' ? EACH : ONCE);
  const choose = (chosen: string) => {
    set('each', chosen === EACH ? 'lines' : undefined);
    set('allocateBy', chosen === EACH || chosen === ONCE ? undefined : chosen);
  };
  return (
    <Select<string>
      size="small"
      aria-label={say('repeat')}
      value={value}
      popupMatchSelectWidth={260}
      onChange={choose}
      options={[
        { value: ONCE, label: say('once') },
        { value: EACH, label: say('each') },
        ...shares.map((one) => ({
          value: one.value,
          label: say('allocate', { field: fieldTitle(one.value, reader) }),
        })),
      ]}
    />
  );
}

/** The amount as it is, or its net or tax part by a rate. */
export function LineTax({ line, kind, set }: LinePart) {
  const say = useSay(words);
  const rates = useFieldOptions(kind, line.each || line.allocateBy ? 'either' : 'header', [
    'rate',
    'text',
    'code',
  ]);
  const { tax } = line;
  const usual = rates.find(({ value }) => value.includes('rate'))?.value ?? 'tax_rate';
  return (
    <>
      <Select<string>
        size="small"
        aria-label={say('tax')}
        value={tax?.part ?? ''}
        options={[
          { value: '', label: say('taxNone') },
          { value: 'net', label: say('net') },
          { value: 'tax', label: say('taxPart') },
        ]}
        onChange={(part) => set('tax', part === '' ? undefined : { rate: tax?.rate ?? usual, part })}
      />
      {tax ? (
        <Select<string>
          size="small"
          aria-label={say('rate')}
          value={tax.rate}
          popupMatchSelectWidth={220}
          options={rates}
          onChange={(rate) => set('tax', { ...tax, rate })}
        />
      ) : null}
    </>
  );
}
