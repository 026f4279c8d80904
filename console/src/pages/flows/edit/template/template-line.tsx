import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Flex, Input, Segmented, Select } from 'antd';
import { moveAt, removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { type Editor, useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { Money } from '#console/parts/money.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { TemplateLine } from '#core/flows/flow.ts';
import { formatAmount } from '#core/money/amount.ts';
import { LineDetails } from './line-details.tsx';
import { LineDimensions } from './line-dimensions.tsx';
import { LineRepeat, LineTax } from './line-options.tsx';
import styles from './template.module.css';
import { useFieldOptions } from './use-field-options.ts';
import { words } from './words.ts';

interface Props {
  readonly template: number;
  readonly place: number;
  readonly line: TemplateLine;
  readonly count: number;
  readonly kind: string;
}

/** One line of a voucher: side, account, amount, and how it is split and booked. */
export function TemplateLineEditor({ template, place, line, count, kind }: Props) {
  const say = useSay(words);
  const { apply } = useEditor();
  const list = ['template', template, 'lines'];
  const set = (key: keyof TemplateLine, value: unknown) =>
    apply(
      (text) =>
        value === undefined
          ? removeAt(text, [...list, place, key])
          : setAt(text, [...list, place, key], value),
      `${list.join()} ${place} ${key}`,
    );
  const part = { line, kind, set };
  return (
    <li className={styles.line} aria-label={say('line', { n: place + 1 })} data-side={line.side}>
      <div className={styles.first}>
        <Segmented<'debit' | 'credit'>
          size="small"
          aria-label={say('side')}
          value={line.side}
          options={(['debit', 'credit'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(side) => set('side', side)}
        />
        <AccountChoice {...part} />
        <AmountChoice {...part} />
        <Tools list={list} place={place} count={count} />
      </div>
      <div className={styles.second}>
        <LineRepeat {...part} />
        <LineTax {...part} />
        <Input
          size="small"
          aria-label={say('summary')}
          placeholder={say('summary')}
          value={line.summary ?? ''}
          onChange={({ target }) => set('summary', target.value || undefined)}
        />
        <LineDimensions {...part} />
        <LineDetails {...part} />
        <Makes template={template} place={place} kind={kind} />
      </div>
    </li>
  );
}

export interface LinePart {
  readonly line: TemplateLine;
  readonly kind: string;
  readonly set: (key: keyof TemplateLine, value: unknown) => void;
}

function AccountChoice({ line, set }: LinePart) {
  const say = useSay(words);
  const reader = language.use();
  const { book } = useEditor();
  const known = [...book.accounts.values()]
    .filter(({ isLeaf }) => isLeaf)
    .map(({ code, name }) => ({ value: code, label: `${code} ${name[reader]}` }));
  const own = book.accounts.get(line.account);
  const isOdd = book.accounts.size > 0 && !line.account.includes('{') && !own?.isLeaf;
  return (
    <span className={styles.account}>
      <AutoComplete<string>
        aria-label={say('account')}
        size="small"
        style={{ inlineSize: '100%' }}
        placeholder={say('account')}
        status={isOdd ? 'error' : ''}
        value={line.account}
        options={known}
        showSearch={{
          filterOption: (text, option) =>
            String(option?.label ?? '')
              .toLowerCase()
              .includes(text.toLowerCase()) ?? false,
        }}
        popupMatchSelectWidth={300}
        onChange={(account) => set('account', account)}
      />
      <span className={isOdd ? styles.odd : 'tz-faint'}>
        {isOdd ? say('unknown', { account: line.account }) : own?.name[reader]}
      </span>
    </span>
  );
}

function AmountChoice({ line, kind, set }: LinePart) {
  const say = useSay(words);
  const repeats = line.each === 'lines' && line.allocateBy === undefined;
  const known = useFieldOptions(kind, repeats ? 'lines' : 'header', ['amount']);
  const options = known.flatMap(({ value, label }) => [
    { value, label },
    { value: `-${value}`, label: `− ${label}` },
  ]);
  const isKnown = options.some(({ value }) => value === line.amount);
  return (
    <Select<string>
      size="small"
      aria-label={say('amount')}
      status={isKnown ? '' : 'error'}
      showSearch={{ optionFilterProp: 'label' }}
      value={line.amount}
      options={options}
      onChange={(amount) => set('amount', amount)}
    />
  );
}

function Tools({
  list,
  place,
  count,
}: {
  readonly list: (string | number)[];
  readonly place: number;
  readonly count: number;
}) {
  const say = useSay(words);
  const { apply } = useEditor();
  const n = place + 1;
  const move = (to: number) => apply((text) => moveAt(text, list, { from: place, to }));
  return (
    <Flex>
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={say('moveUp', { n })}
        disabled={place === 0}
        onClick={() => move(place - 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={say('moveDown', { n })}
        disabled={n >= count}
        onClick={() => move(place + 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeLine', { n })}
        onClick={() => apply((text) => removeAt(text, [...list, place]))}
      />
    </Flex>
  );
}

/** What the line comes to for the sample. */
function Makes({ template, place, kind }: Pick<Props, 'template' | 'place' | 'kind'>) {
  const say = useSay(words);
  const editor = useEditor();
  const amount = amountOf(editor, { template, place, kind });
  if (amount === null) return null;
  return (
    <span className="tz-faint">
      {say('makes', { amount: '' })}
      <Money amount={formatAmount(amount, editor.book.baseCurrency)} />
    </span>
  );
}

function amountOf(
  { preview, draft }: Editor,
  { template, place, kind }: Pick<Props, 'template' | 'place' | 'kind'>,
): bigint | null {
  // Vouchers do not name their template; where a kind has several, nothing is said.
  const own = draft.flow?.template.filter((one) => one.document === kind) ?? [];
  if (own.length !== 1 || own[0] !== draft.flow?.template[template]) return null;
  const lines = (preview?.vouchers ?? [])
    .filter((voucher) => voucher.draft.sourceKinds.includes(kind))
    .flatMap((voucher) => voucher.draft.lines.filter(({ templateLine }) => templateLine === place));
  return lines.length === 0
    ? null
    : lines.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor + creditMinor, 0n);
}
