import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CheckOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { App, Button } from 'antd';
import type { ClipboardEvent } from 'react';
import { setAt } from '#console/pages/flows/draft/edit-text.ts';
import { readPasted } from '#console/pages/flows/draft/pasted-cells.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import type { TableAnalysis } from '#core/rules/analyse-table.ts';
import { withPasted } from './edit-table.ts';
import styles from './tables.module.css';
import { words } from './words.ts';

interface Props {
  readonly name: string;
  readonly table: DecisionTable;
  readonly set: (table: DecisionTable) => void;
  readonly matches: readonly number[] | null;
  readonly analysis: TableAnalysis;
}

/** The rules as a sheet one can type and paste into. */
export function RuleGrid(props: Props) {
  const { name, table, set } = props;
  const say = useSay(words);
  const reader = language.use();
  const columns = [...table.inputs, ...table.outputs];
  const empty = columns.map(() => '-');
  return (
    <div>
      <section className={styles.scroll} aria-label={name}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th className={styles.rule}>{say('rule')}</th>
              {table.inputs.map((field) => (
                <th key={field}>{fieldTitle(field, reader)}</th>
              ))}
              {table.outputs.map((field) => (
                <th key={field} data-output>
                  {fieldTitle(field, reader)}
                </th>
              ))}
              <th>
                <span className="tz-hidden">{say('removeRule', { n: '' })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rules.map((_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the order
              <Rule key={row} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => set({ ...table, rules: [...table.rules, empty] })}
      >
        {say('addRule')}
      </Button>
    </div>
  );
}

function Rule({ row, name, table, set, matches, analysis }: Props & { readonly row: number }) {
  const say = useSay(words);
  const isMatch = matches?.includes(row) ?? false;
  const isOdd = analysis.unreachable.includes(row) || analysis.overlaps.some(({ rule }) => rule === row);
  const width = table.inputs.length + table.outputs.length;
  return (
    <tr data-match={isMatch || undefined} data-odd={isOdd || undefined}>
      <th scope="row" className={styles.rule}>
        {row + 1}
        {isMatch ? (
          <span className={styles.match}>
            <CheckOutlined aria-hidden /> {say('matches')}
          </span>
        ) : null}
      </th>
      {Array.from({ length: width }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
        <Cell key={column} {...{ row, column, name, table, set }} />
      ))}
      <td className={styles.tools}>
        <RuleTools row={row} table={table} set={set} />
      </td>
    </tr>
  );
}

type CellProps = Pick<Props, 'name' | 'table' | 'set'> & { readonly row: number; readonly column: number };

function Cell({ row, column, name, table, set }: CellProps) {
  const say = useSay(words);
  const reader = language.use();
  const { message } = App.useApp();
  const { apply } = useEditor();
  const field = [...table.inputs, ...table.outputs][column] ?? '';
  const write = (cell: string) =>
    apply((text) => setAt(text, ['tables', name, 'rules', row, column], cell), `${name} ${row} ${column}`);
  const paste = (event: ClipboardEvent) => {
    const cells = readPasted(event.clipboardData.getData('text/plain'));
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    set(withPasted(table, { row, column }, cells));
    void message.success(say('pasted', { n: cells.length }));
  };
  return (
    <td data-output={column >= table.inputs.length || undefined}>
      <input
        aria-label={say('cell', { field: fieldTitle(field, reader), n: row + 1 })}
        value={String(table.rules[row]?.[column] ?? '')}
        onChange={({ target }) => write(target.value)}
        onPaste={paste}
      />
    </td>
  );
}

function RuleTools({ row, table, set }: Pick<Props, 'table' | 'set'> & { readonly row: number }) {
  const say = useSay(words);
  const move = (to: number) => {
    const rules = [...table.rules];
    const [moved] = rules.splice(row, 1);
    if (moved) set({ ...table, rules: rules.toSpliced(to, 0, moved) });
  };
  const n = row + 1;
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={say('moveUp', { n })}
        disabled={row === 0}
        onClick={() => move(row - 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={say('moveDown', { n })}
        disabled={row >= table.rules.length - 1}
        onClick={() => move(row + 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeRule', { n })}
        onClick={() => set({ ...table, rules: table.rules.toSpliced(row, 1) })}
      />
    </>
  );
}
