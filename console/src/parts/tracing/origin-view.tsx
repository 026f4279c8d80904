import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { StateTag } from '#console/parts/state-tag.tsx';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type Place, tellOrigin } from './origin-text.ts';
import styles from './tracing.module.css';
import { words } from './words.ts';

/** Why a value is what it is; what decided is a link to it. */
export function OriginView(props: { readonly origin: Schemas['TracedOrigin']; readonly place: Place }) {
  const say = useSay(words);
  const reader = language.use();
  const { why, from, link } = tellOrigin(props.origin, say, props.place);
  const { confidence } = props.origin;
  return (
    <span className={styles.origin}>
      {link === null ? why : <Link to={link}>{why}</Link>}
      {from === null || from === '' ? null : <code className={styles.from}>{from}</code>}
      {confidence < 1 ? (
        <StateTag tone="warn">{say('unsure', { share: formatShare(confidence, reader) })}</StateTag>
      ) : null}
    </span>
  );
}
