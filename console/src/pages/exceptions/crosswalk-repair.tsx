import { AutoComplete, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { crosswalkAddress } from '#console/parts/tracing/origin-text.ts';
import { useChange } from '#console/parts/use-change.ts';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { codeOptions } from './code-options.ts';
import styles from './exceptions.module.css';
import type { Repairing } from './repairs.tsx';
import { words } from './words.ts';

const KNOWN_MAX = 500;

/** The missing row of a crosswalk, with the codes it could stand for; saved, the record is tried again. */
export function CrosswalkRepair({ exception, fixing, repair }: Repairing) {
  const say = useSay(words);
  const [to, setTo] = useState('');
  const { crosswalk = '', from = '' } = repair;
  const options = useOptions({ exception, fixing, repair });
  const save = useSave({ exception, fixing, repair });
  return (
    <div className={styles.repair}>
      <strong>{say('fixCrosswalk', { crosswalk, from })}</strong>
      <Flex
        gap={8}
        wrap
        align="center"
        component="form"
        onSubmit={(event) => submit(event, () => save.mutate(to))}
      >
        <code className="tz-code">{from}</code>
        <span aria-hidden>→</span>
        <AutoComplete
          className={styles.code}
          aria-label={say('ourCode')}
          placeholder={say('ourCode')}
          value={to}
          onChange={setTo}
          options={[...options]}
          showSearch={{ filterOption: true }}
          popupMatchSelectWidth={false}
        />
        <Button
          type="primary"
          htmlType="submit"
          disabled={to.trim() === ''}
          loading={save.isPending || fixing.isWorking}
        >
          {say(fixing.mayReplay ? 'saveAndReplay' : 'save')}
        </Button>
        <Link to={crosswalkAddress(exception.book, crosswalk)}>{say('openCrosswalk')}</Link>
      </Flex>
    </div>
  );
}

function submit(event: { preventDefault: () => void }, act: () => void): void {
  event.preventDefault();
  act();
}

/** Suggestions first, then codes that the crosswalk gives already. */
function useOptions({ exception, repair }: Repairing) {
  const say = useSay(words);
  const reader = language.use();
  const { crosswalk = '', suggestions = [] } = repair;
  const path = { book: exception.book, crosswalk };
  const known = useTold(['/api/v1/books/{book}/crosswalks/{crosswalk}', path, 'known'], () =>
    api.GET('/api/v1/books/{book}/crosswalks/{crosswalk}', { params: { path, query: { limit: KNOWN_MAX } } }),
  );
  return codeOptions({
    suggestions,
    known: known.data?.items ?? [],
    tell: ({ name, confidence }) => say('suggested', { name, share: formatShare(confidence, reader) }),
    used: say('usedBefore'),
  });
}

function useSave({ exception, fixing, repair }: Repairing) {
  const say = useSay(words);
  const { crosswalk = '', from = '' } = repair;
  return useChange({
    change: async (to: string) => {
      const saved = await told(
        api.PUT('/api/v1/books/{book}/crosswalks/{crosswalk}/pairs/{from}', {
          params: { path: { book: exception.book, crosswalk, from } },
          body: { to: to.trim() },
        }),
      );
      await fixing.replay();
      return saved;
    },
    touches: [['/api/v1/books/{book}/crosswalks/{crosswalk}']],
    done: (pair) => say('savedPair', pair),
  });
}
