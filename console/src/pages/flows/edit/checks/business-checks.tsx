import { AutoComplete, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldLabel } from '#console/pages/flows/edit/field-title.ts';
import { Panel } from '#console/parts/panel.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { BusinessChecks as Checks, Flow } from '#core/flows/flow.ts';
import styles from './checks.module.css';
import { EffectChoice } from './effect-choice.tsx';
import { words } from './words.ts';

/** The checks of the house that a flow may ask for. */
export function BusinessChecks({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const set = useSetCheck(flow);
  const { futureDaysMax } = flow.checks ?? {};
  return (
    <Panel title={say('business')} intro={say('businessText')}>
      <LikelyDuplicate flow={flow} />
      <CreditLimit flow={flow} />
      <Authority flow={flow} />
      <div className={styles.rule}>
        <span>{say('futureDaysMax')}</span>
        <InputNumber
          size="small"
          aria-label={say('futureDaysMax')}
          min={0}
          max={3_660}
          precision={0}
          suffix={say('days')}
          value={futureDaysMax ?? 0}
          style={{ inlineSize: 110 }}
          onChange={(days) => set('futureDaysMax', days || undefined)}
        />
      </div>
    </Panel>
  );
}

/** Writes one check; what is undefined goes, and the group with the last one. */
function useSetCheck({ checks = {} }: Flow) {
  const { apply } = useEditor();
  return <Key extends keyof Checks>(key: Key, value: Checks[Key] | undefined) => {
    const isLast = Object.keys(checks).every((one) => one === key);
    apply((text) => {
      if (value !== undefined) return setAt(text, ['checks', key], value);
      return removeAt(text, isLast ? ['checks'] : ['checks', key]);
    }, `checks ${key}`);
  };
}

function LikelyDuplicate({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const reader = language.use();
  const set = useSetCheck(flow);
  const { likelyDuplicate: own } = flow.checks ?? {};
  const fields = [...new Set(flow.documents.flatMap((one) => Object.keys(one.fields)))];
  const usual = { fields: fields.includes('order_total') ? ['order_total'] : ['number'], days: 3 };
  return (
    <Rule
      title={say('likelyDuplicate')}
      isOn={own !== undefined}
      turn={(on) => set('likelyDuplicate', on ? usual : undefined)}
    >
      {own ? (
        <>
          <Labelled text={say('sameFields')}>
            <Select<string[]>
              size="small"
              mode="multiple"
              aria-label={say('sameFields')}
              style={{ minInlineSize: 180 }}
              value={[...own.fields]}
              options={fields.map((value) => ({ value, label: fieldLabel(value, reader) }))}
              onChange={(next) => next.length > 0 && set('likelyDuplicate', { ...own, fields: next })}
            />
          </Labelled>
          <Labelled text={say('withinDays')}>
            <InputNumber
              size="small"
              aria-label={say('withinDays')}
              min={0}
              max={3_660}
              precision={0}
              value={own.days}
              style={{ inlineSize: 80 }}
              onChange={(days) => set('likelyDuplicate', { ...own, days: days ?? 0 })}
            />
          </Labelled>
          <EffectChoice
            about={say('likelyDuplicate')}
            effect={own.effect}
            choose={(effect) => set('likelyDuplicate', { ...own, effect })}
          />
        </>
      ) : null}
    </Rule>
  );
}

function CreditLimit({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const reader = language.use();
  const { book } = useEditor();
  const set = useSetCheck(flow);
  const { creditLimit: own } = flow.checks ?? {};
  const accounts = [...book.accounts.values()].map(({ code, name }) => ({
    value: code,
    label: `${code} ${name[reader]}`,
  }));
  const dimensions = [...book.accounts.values()].flatMap((one) => Object.keys(one.dimensions ?? {}));
  const names = [...new Set(['customer', ...dimensions])];
  return (
    <Rule
      title={say('creditLimit')}
      isOn={own !== undefined}
      turn={(on) => set('creditLimit', on ? { dimension: 'customer', account: '1122' } : undefined)}
    >
      {own ? (
        <>
          <Labelled text={say('dimension')}>
            <Select<string>
              size="small"
              aria-label={say('dimension')}
              value={own.dimension}
              style={{ minInlineSize: 120 }}
              options={names.map((value) => ({ value, label: value }))}
              onChange={(dimension) => set('creditLimit', { ...own, dimension })}
            />
          </Labelled>
          <Labelled text={say('account')}>
            <AutoComplete<string>
              size="small"
              aria-label={say('account')}
              style={{ inlineSize: 130 }}
              popupMatchSelectWidth={280}
              value={own.account}
              options={accounts}
              onChange={(account) => set('creditLimit', { ...own, account })}
            />
          </Labelled>
          <EffectChoice
            about={say('creditLimit')}
            effect={own.effect}
            choose={(effect) => set('creditLimit', { ...own, effect })}
          />
        </>
      ) : null}
    </Rule>
  );
}

function Authority({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const set = useSetCheck(flow);
  const { authority: own } = flow.checks ?? {};
  return (
    <Rule
      title={say('authority')}
      isOn={own !== undefined}
      turn={(on) => set('authority', on ? { amountMax: '100000' } : undefined)}
    >
      {own ? (
        <>
          <Labelled text={say('amountMax')}>
            <Input
              size="small"
              aria-label={say('amountMax')}
              className="tz-number"
              inputMode="decimal"
              style={{ inlineSize: 140, textAlign: 'end' }}
              value={own.amountMax}
              onChange={({ target }) => set('authority', { ...own, amountMax: target.value })}
            />
          </Labelled>
          <EffectChoice
            about={say('authority')}
            effect={own.effect}
            choose={(effect) => set('authority', { ...own, effect })}
          />
        </>
      ) : null}
    </Rule>
  );
}

interface RuleProps {
  readonly title: string;
  readonly isOn: boolean;
  readonly turn: (on: boolean) => void;
  readonly children: ReactNode;
}

function Rule({ title, isOn, turn, children }: RuleProps) {
  return (
    <div className={styles.rule}>
      <span className={styles.switch}>
        <Switch size="small" aria-label={title} checked={isOn} onChange={turn} />
        {title}
      </span>
      <div className={styles.more}>{children}</div>
    </div>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <span>
      <span className="tz-faint">{text}</span>
      {children}
    </span>
  );
}
