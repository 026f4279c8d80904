import { useQuery } from '@tanstack/react-query';
import { App, Switch, Table } from 'antd';
import { Link } from 'react-router';
import { api, ifMatch, told, toldWithTag } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useRoleName } from '#console/parts/access/use-roles.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ListRow } from '#console/parts/list-row.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './duties.module.css';
import { meaningWords, words } from './words.ts';

type Rule = Schemas['Duties']['rules'][number];
type Conflict = Schemas['DutyConflict'];

const KEY = ['/api/v1/duties'];

/** What one person does not do alone, and who does all the same. */
export function DutiesPage() {
  const say = useSay(words);
  return (
    <Page title={say('title')} intro={say('intro')}>
      <RulesPanel />
      <ConflictsPanel />
    </Page>
  );
}

function RulesPanel() {
  const say = useSay(words);
  const duties = useQuery({ queryKey: KEY, queryFn: () => toldWithTag(api.GET('/api/v1/duties')) });
  return (
    <Panel title={say('rules')} intro={say('rulesText')}>
      <Told of={duties}>
        {({ data, tag }) => data.rules.map((rule) => <OneRule key={rule.code} rule={rule} tag={tag} />)}
      </Told>
    </Panel>
  );
}

function OneRule({ rule, tag }: { readonly rule: Rule; readonly tag: string | null }) {
  const say = useSay(words);
  const sayMeaning = useSay(meaningWords);
  const may = useMay();
  const { modal } = App.useApp();
  const reader = language.use();
  const title = rule.title[reader];
  const put = (on: boolean, match: string | null) =>
    told(api.PUT('/api/v1/duties', { body: { rules: [{ code: rule.code, on }] }, headers: ifMatch(match) }));
  const change = useChange({
    change: (on: boolean) => put(on, tag),
    touches: [KEY, ['/api/v1/duties/conflicts']],
    done: (_, on) => say(on ? 'switchedOn' : 'switchedOff', { rule: title }),
    undo: (_, on) => () => put(!on, null),
  });
  const ask = (on: boolean) => {
    if (on) return change.mutate(true);
    modal.confirm({
      title: say('offTitle', { rule: title }),
      content: say('offText'),
      okText: say('switchOff'),
      okButtonProps: { danger: true },
      cancelText: say('cancel'),
      onOk: () => change.mutate(false),
    });
  };
  return (
    <ListRow>
      <div className={styles.rule}>
        <strong>{title}</strong>
        <p className={styles.meaning}>{sayMeaning(rule.code)}</p>
      </div>
      <span className={styles.state}>
        {say(rule.on ? 'on' : 'off')}
        <Switch
          checked={rule.on}
          aria-label={title}
          disabled={!may('roles:write')}
          loading={change.isPending}
          onChange={ask}
        />
      </span>
    </ListRow>
  );
}

function ConflictsPanel() {
  const say = useSay(words);
  const nameOf = useRoleName();
  const reader = language.use();
  const duties = useQuery({ queryKey: KEY, queryFn: () => toldWithTag(api.GET('/api/v1/duties')) });
  const conflicts = useTold(['/api/v1/duties/conflicts'], () => api.GET('/api/v1/duties/conflicts'));
  const titles = new Map(duties.data?.data.rules.map(({ code, title }) => [code, title[reader]]));
  return (
    <Panel title={say('conflicts')} intro={say('conflictsText')} isFlush>
      <Told of={conflicts}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('noConflicts')}>{say('noConflictsText')}</EmptyState>
          ) : (
            <Table<Conflict>
              size="small"
              rowKey={({ person, rule }) => `${person.id} ${rule}`}
              pagination={items.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
              dataSource={items}
              columns={[
                {
                  key: 'who',
                  title: say('who'),
                  render: (_, { person }) => <Link to={`/access/people/${person.id}`}>{person.name}</Link>,
                },
                { key: 'rule', title: say('rule'), render: (_, { rule }) => titles.get(rule) ?? rule },
                {
                  key: 'state',
                  title: say('state'),
                  render: (_, { on }) => (
                    <StateTag tone={on ? 'warn' : 'quiet'}>{say(on ? 'broken' : 'ruleOff')}</StateTag>
                  ),
                },
                {
                  key: 'roles',
                  title: say('roles'),
                  render: (_, { roles }) => roles.map(nameOf).join('、'),
                },
              ]}
            />
          )
        }
      </Told>
    </Panel>
  );
}
