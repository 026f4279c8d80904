import { Alert, Flex } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { numbered } from '#console/parts/numbered.ts';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { WideTable } from './wide-table.tsx';
import { words } from './words.ts';

type Verification = Schemas['Verification'];
type Book = NonNullable<Verification['summary']>['books'][number];

/** What a finished verification recomputed, and every place where something differs. */
export function VerificationFound({ verification }: { readonly verification: Verification }) {
  const say = useSay(words);
  const { ok, differences, summary, found } = verification;
  const when = (
    <>
      {say('finished')} <DateTime at={verification.finishedAt} /> ·{' '}
      {verification.startedBy.replace(/^person:/, '')}
    </>
  );
  return (
    <Flex vertical gap={14}>
      <Alert
        type={ok ? 'success' : 'error'}
        showIcon
        title={ok ? say('allGood') : say('someDiffer', { n: differences })}
        description={when}
      />
      {ok ? null : (
        <>
          <p>{say('differText')}</p>
          <ul className="tz-list">
            {numbered(found).map(({ no, one: { book, finding } }) => (
              <li key={no}>
                {book === null ? say('logItself') : book}: {finding.title}{' '}
                <span className="tz-faint">{finding.advice}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {summary ? <Recomputed summary={summary} /> : null}
    </Flex>
  );
}

function Recomputed({ summary }: { readonly summary: NonNullable<Verification['summary']> }) {
  const say = useSay(words);
  const reader = language.use();
  const count = (name: 'postings' | 'vouchers' | 'lines' | 'records', title: string) => ({
    key: name,
    title,
    align: 'right' as const,
    className: 'tz-number',
    render: (_: unknown, book: Book) => formatNumber(book[name], reader),
  });
  const { audit } = summary;
  return (
    <>
      {audit ? (
        <p className="tz-faint" style={{ margin: 0 }}>
          {say('auditRecomputed', {
            n: formatNumber(audit.entries, reader),
            checkpoints: formatNumber(audit.checkpoints, reader),
          })}
        </p>
      ) : null}
      <WideTable<Book>
        label={say('recomputed')}
        rowKey="book"
        dataSource={summary.books}
        columns={[
          { key: 'book', title: say('book'), dataIndex: 'book' },
          count('postings', say('postings')),
          count('vouchers', say('vouchers')),
          count('lines', say('lines')),
          count('records', say('records')),
        ]}
      />
    </>
  );
}
