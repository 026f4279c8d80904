import { Segmented, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { EditorActions } from './editor-actions.tsx';
import { EditorContext, useEditor, useEditorState, type View } from './editor-state.ts';
import { FieldPanel } from './field/field-panel.tsx';
import styles from './flow-editor.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import { Preview } from './preview/preview.tsx';
import { viewOf } from './problem-places.ts';
import { Problems } from './problems.tsx';
import { Samples } from './source/samples.tsx';
import { words } from './words.ts';

const MappingCanvas = lazy(async () => ({
  default: (await import('./canvas/mapping-canvas.tsx')).MappingCanvas,
}));
const DecisionTables = lazy(async () => ({
  default: (await import('./tables/decision-tables.tsx')).DecisionTables,
}));
const Templates = lazy(async () => ({ default: (await import('./template/templates.tsx')).Templates }));
const ChecksAndTargets = lazy(async () => ({
  default: (await import('./checks/checks-and-targets.tsx')).ChecksAndTargets,
}));
const YamlView = lazy(async () => ({ default: (await import('./yaml-view.tsx')).YamlView }));

interface Begun {
  readonly text: string;
  readonly samples: readonly unknown[];
  readonly isSaved: boolean;
}

/** Five ways to look at one flow, and beside them what a real record becomes under it. */
export function FlowEditor({ code, begun }: { readonly code: string | null; readonly begun: Begun }) {
  const say = useSay(words);
  const reader = language.use();
  const editor = useEditorState(begun);
  return (
    <EditorContext value={editor}>
      <Page
        title={
          code === null ? say('title') : say('titleOf', { flow: editor.draft.flow?.title[reader] ?? code })
        }
        intro={<BackLink to={code === null ? '/flows' : `/flows/${code}`}>{say('back')}</BackLink>}
        actions={<EditorActions code={code} before={begun.isSaved ? begun.text : null} />}
      >
        <div className={styles.editor}>
          <div className={styles.main}>
            <Views />
            <Problems />
            <Suspense fallback={<Spin className={styles.wait} />}>
              <Work />
            </Suspense>
          </div>
          <aside className={styles.side}>
            <FieldPanel />
            <Samples code={code} />
            <Preview />
          </aside>
        </div>
      </Page>
      <LeaveGuard />
    </EditorContext>
  );
}

function Views() {
  const say = useSay(words);
  const { view, setView, draft } = useEditor();
  const label = (name: Exclude<View, 'yaml'>) => {
    const count = draft.refusals.filter(({ at = '' }) => viewOf(at) === name).length;
    return { value: name, label: count > 0 ? `${say(name)} (${count})` : say(name) };
  };
  return (
    <Segmented<View>
      className={styles.views}
      aria-label={say('view')}
      value={view}
      onChange={setView}
      options={[
        label('mapping'),
        label('tables'),
        label('template'),
        label('checks'),
        { value: 'yaml', label: say('yaml') },
      ]}
    />
  );
}

function Work() {
  const { view, draft } = useEditor();
  if (view === 'yaml' || draft.flow === null) return <YamlView />;
  if (view === 'tables') return <DecisionTables />;
  if (view === 'checks') return <ChecksAndTargets />;
  return view === 'template' ? <Templates /> : <MappingCanvas />;
}
