import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import { type Happening, historyOf } from './history.ts';
import { RevokeButton } from './revoke-button.tsx';
import { stateWords, words } from './words.ts';

interface Of {
  readonly exception: Schemas['Exception'];
}

/** What was said and done about an exception, and a place to say more. */
export function HistoryPanel({ exception }: Of) {
  const say = useSay(words);
  const may = useMay();
  const actorText = useActorText();
  return (
    <Panel title={say('comments')}>
      <ol className={styles.history}>
        {useHistory(exception).map(({ key, at, by, text, isComment, correction }) => (
          <li key={key} data-comment={isComment}>
            <span className="tz-faint">
              <DateTime at={at} /> {by === null ? null : actorText(by)}
            </span>
            <p>{text}</p>
            {correction !== undefined && may('exceptions:handle') ? (
              <RevokeButton exception={exception} correction={correction} />
            ) : null}
          </li>
        ))}
      </ol>
      {may('exceptions:handle') ? <Comment exception={exception} /> : null}
    </Panel>
  );
}

function useHistory(exception: Of['exception']): Happening[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const actorText = useActorText();
  const reader = language.use();
  const { id, recordId } = exception;
  const comments = useTold(['/api/v1/exceptions', id, 'comments'], () =>
    api.GET('/api/v1/exceptions/{exception}/comments', { params: { path: { exception: id } } }),
  );
  const corrections = useTold(['/api/v1/records', recordId, 'corrections'], () =>
    api.GET('/api/v1/records/{record}/corrections', { params: { path: { record: recordId } } }),
  );
  const known = {
    exception,
    comments: comments.data?.items ?? [],
    corrections: corrections.data?.items ?? [],
  };
  return historyOf(known, { say, sayState, reader, whoIs: (login) => actorText(`person:${login}`) });
}

function Comment({ exception: { id } }: Of) {
  const say = useSay(words);
  const [text, setText] = useState('');
  const send = useChange({
    change: () =>
      api.POST('/api/v1/exceptions/{exception}/comments', {
        params: { path: { exception: id } },
        body: { text: text.trim() },
      }),
    touches: [['/api/v1/exceptions', id, 'comments']],
  });
  return (
    <div className={styles.comment}>
      <Input.TextArea
        aria-label={say('write')}
        placeholder={say('write')}
        rows={3}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        disabled={text.trim() === ''}
        loading={send.isPending}
        onClick={() => send.mutate(undefined, { onSuccess: () => setText('') })}
      >
        {say('send')}
      </Button>
    </div>
  );
}
