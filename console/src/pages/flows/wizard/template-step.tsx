import { useQueryClient } from '@tanstack/react-query';
import { Table } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { ChoiceCard, ChoiceCards } from '#console/parts/choice-cards.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { StepProps } from './new-flow-page.tsx';
import styles from './wizard.module.css';
import { freeFlowCode } from './wizard-state.ts';
import { words } from './words.ts';

type Template = Schemas['FlowTemplate'];

/** Which template to begin with; what its fields hold, and what a record of it looks like. */
export function TemplateStep({ state, change }: StepProps) {
  const say = useSay(words);
  const reader = language.use();
  const choose = useChoose(change);
  const templates = useTold(['/api/v1/flow-templates'], () => api.GET('/api/v1/flow-templates'));
  const chosen = state.template?.code;
  return (
    <>
      <Panel title={say('chooseTitle')} intro={say('chooseText')}>
        <Told of={templates}>
          {({ items }) => (
            <ChoiceCards>
              {items.map(({ code, title, description }) => (
                <ChoiceCard
                  key={code}
                  title={title[reader]}
                  isChosen={chosen === code}
                  choose={() => choose.take(code)}
                >
                  <span className={styles.about}>{description[reader]}</span>
                </ChoiceCard>
              ))}
              <ChoiceCard title={say('blank')} isChosen={state.template === null} choose={choose.blank}>
                <span className={styles.about}>{say('blankText')}</span>
              </ChoiceCard>
            </ChoiceCards>
          )}
        </Told>
        {choose.trouble ? <ProblemView error={choose.trouble} /> : null}
      </Panel>
      {state.template ? <About template={state.template} /> : null}
    </>
  );
}

function useChoose(change: StepProps['change']) {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'));
  const taken = flows.data?.items.map(({ code }) => code) ?? [];
  const take = async (code: string) => {
    setTrouble(null);
    try {
      const template = await client.fetchQuery({
        queryKey: ['/api/v1/flow-templates', code],
        queryFn: () =>
          told(api.GET('/api/v1/flow-templates/{template}', { params: { path: { template: code } } })),
        staleTime: Number.POSITIVE_INFINITY,
      });
      const wish = /^flow:\s*(\S+)/m.exec(template.source)?.[1] ?? code;
      change({ template, kind: template.kind, code: freeFlowCode(wish, taken), source: null });
    } catch (error) {
      setTrouble(error);
    }
  };
  const blank = () => change({ template: null, kind: '', code: freeFlowCode('flow', taken), source: null });
  return { take, blank, trouble };
}

function About({ template }: { readonly template: Template }) {
  const say = useSay(words);
  const reader = language.use();
  const notes = Object.entries(template.notes);
  return (
    <div className={styles.split}>
      <Panel title={say('notes')} isFlush>
        <Table
          size="small"
          pagination={false}
          showHeader={false}
          rowKey={([field]) => field}
          dataSource={notes}
          columns={[
            { key: 'field', render: (_, [field]) => fieldTitle(field, reader) },
            {
              key: 'note',
              render: (_, [, note]) => <span style={{ whiteSpace: 'normal' }}>{note[reader]}</span>,
            },
          ]}
        />
      </Panel>
      <Panel title={say('sample')} isFlush>
        <Table<Schemas['DiscoveredField']>
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small', showSizeChanger: false }}
          rowKey="path"
          dataSource={template.fields.filter(({ type }) => type !== 'list')}
          columns={[
            {
              key: 'path',
              title: say('samplePath'),
              render: (_, { path }) => <span className="tz-code">{path}</span>,
            },
            {
              key: 'examples',
              title: say('sampleValues'),
              render: (_, { examples }) => examples.slice(0, 2).join('、'),
            },
          ]}
        />
      </Panel>
    </div>
  );
}
