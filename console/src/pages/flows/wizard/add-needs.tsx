import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import type { WizardState } from './wizard-state.ts';
import { words } from './words.ts';

interface AddNeedsProps {
  readonly state: WizardState;
  readonly preview: Schemas['FlowPreview'];
}

/** Where samples are held for want of partners and crosswalks, those of the template can be put into the book. */
export function AddNeeds({ state: { template, book }, preview }: AddNeedsProps) {
  const say = useSay(words);
  const may = useMay();
  const client = useQueryClient();
  const add = useChange({
    change: async () => {
      if (template && book !== null) await addAll(template.needs, book);
      await client.invalidateQueries({ queryKey: ['flow-preview'] });
    },
    touches: [['/api/v1/books']],
    done: () => say('needsAdded'),
  });
  const isHeld = preview.results.some(({ outcome }) => outcome === 'held');
  if (!template || !isHeld || add.isSuccess || !may('books:write') || !may('crosswalks:write')) return null;
  const action = (
    <Button size="small" loading={add.isPending} onClick={() => add.mutate(undefined)}>
      {say('addNeeds')}
    </Button>
  );
  return <Alert type="warning" showIcon title={say('addNeedsText', { book: book ?? '' })} action={action} />;
}

async function addAll({ values, crosswalks }: Schemas['FlowTemplate']['needs'], book: string): Promise<void> {
  for (const [dimension, codes] of Object.entries(values)) {
    const named = Object.entries(codes).map(([code, name]) => ({ code, name }));
    const params = { path: { book, dimension } };
    await told(api.PUT('/api/v1/books/{book}/dimensions/{dimension}', { params, body: { values: named } }));
  }
  for (const [crosswalk, rows] of Object.entries(crosswalks)) {
    const pairs = Object.entries(rows).map(([from, to]) => ({ from, to }));
    const params = { path: { book, crosswalk } };
    await told(api.PUT('/api/v1/books/{book}/crosswalks/{crosswalk}', { params, body: { pairs } }));
  }
}
