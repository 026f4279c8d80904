import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldLabel } from '#console/pages/flows/edit/field-title.ts';
import { Panel } from '#console/parts/panel.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import { analyseTable } from '#core/rules/analyse-table.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import { applyTable, placesOf, removeTable, setTable, withColumns } from './edit-table.ts';
import { matchingRules } from './matching-rules.ts';
import { RuleGrid } from './rule-grid.tsx';
import { TableWarnings } from './table-warnings.tsx';
import { words } from './words.ts';

/** One decision table: its columns, its rules, what is odd about it, and which rule takes the sample. */
export function TableEditor({ name, table }: { readonly name: string; readonly table: DecisionTable }) {
  const say = useSay(words);
  const { apply, draft, preview } = useEditor();
  const set = (next: DecisionTable) => apply((text) => setTable(text, name, next));
  const analysis = useMemo(() => analyseTable(table), [table]);
  const matches = matchingRules(name, table, { preview, flow: draft.flow });
  const { flow } = draft;
  return (
    <Panel
      title={name}
      intro={say('pasteHelp')}
      actions={
        <Button
          size="small"
          danger
          type="text"
          icon={<DeleteOutlined />}
          onClick={() => flow && apply((text) => removeTable(text, flow, name))}
        >
          {say('removeTable')}
        </Button>
      }
    >
      <Flex vertical gap={10}>
        <Columns name={name} table={table} set={set} />
        <RuleGrid name={name} table={table} set={set} matches={matches} analysis={analysis} />
        {matches !== null && matches.length === 0 ? <span role="status">{say('noMatch')}</span> : null}
        <TableWarnings table={table} analysis={analysis} />
      </Flex>
    </Panel>
  );
}

interface ColumnsProps {
  readonly name: string;
  readonly table: DecisionTable;
  readonly set: (table: DecisionTable) => void;
}

function Columns({ name, table, set }: ColumnsProps) {
  const say = useSay(words);
  const reader = language.use();
  const { draft, apply } = useEditor();
  const { flow } = draft;
  const known = [
    ...new Set([
      ...table.inputs,
      ...table.outputs,
      ...(flow?.documents ?? []).flatMap((one) => [
        ...Object.keys(one.fields),
        ...Object.keys(one.lines?.fields ?? {}),
      ]),
    ]),
  ].map((value) => ({ value, label: fieldLabel(value, reader) }));
  const places = flow ? placesOf(flow) : [];
  const applied = places.filter(({ names }) => names.includes(name)).map(({ place }) => place.join('.'));
  return (
    <Flex gap="6px 16px" wrap align="center">
      {(['inputs', 'outputs'] as const).map((side) => (
        <Chooser key={side} label={say(side)}>
          <Select<string[]>
            mode="tags"
            size="small"
            style={{ minInlineSize: 160 }}
            aria-label={say(side)}
            value={[...table[side]]}
            options={known}
            onChange={(fields) => fields.length > 0 && set(withColumns(table, side, fields))}
          />
        </Chooser>
      ))}
      <Chooser label={say('usedBy')}>
        <Select<string[]>
          mode="multiple"
          size="small"
          style={{ minInlineSize: 160 }}
          aria-label={say('usedBy')}
          value={applied}
          options={places.map(({ place, kind, part }) => ({
            value: place.join('.'),
            label: say(part === 'fields' ? 'ofDocument' : 'ofLines', { kind: thingName(kind, reader) }),
          }))}
          onChange={(at) => flow && apply((text) => applyTable(text, flow, { name, at }))}
        />
      </Chooser>
      <Choices table={table} set={set} />
    </Flex>
  );
}

function Choices({ table, set }: Omit<ColumnsProps, 'name'>) {
  const say = useSay(words);
  return (
    <>
      <Chooser label={say('onNoMatch')}>
        <Select<'hold' | 'ignore'>
          size="small"
          aria-label={say('onNoMatch')}
          value={table.onNoMatch ?? 'ignore'}
          options={(['hold', 'ignore'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(onNoMatch) => set({ ...table, onNoMatch })}
        />
      </Chooser>
      <Chooser label={say('fill')}>
        <Select<'missing' | 'always'>
          size="small"
          aria-label={say('fill')}
          value={table.fill ?? 'missing'}
          options={(['missing', 'always'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(fill) => set({ ...table, fill })}
        />
      </Chooser>
    </>
  );
}

function Chooser({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Flex gap={6} align="center">
      <span className="tz-faint">{label}</span>
      {children}
    </Flex>
  );
}
