import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { numbered } from '#console/parts/numbered.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './dry-run.module.css';
import type { TriedRow } from './join-tried.ts';
import { textOf } from './text-of.ts';
import { draftsOf } from './try-version.ts';
import { VoucherLines } from './voucher-lines.tsx';
import { words } from './words.ts';

interface TriedDetailProps {
  readonly row: TriedRow;
  readonly flow: string;
  readonly version: number;
}

/** What one record would come to: why it would be held, the voucher, and what is otherwise than now. */
export function TriedDetail({ row: { tried, compared }, flow, version }: TriedDetailProps) {
  const say = useSay(words);
  return (
    <div className={styles.detail}>
      {tried.findings.length > 0 ? <Findings findings={tried.findings} /> : null}
      {compared ? <Differences compared={compared} /> : null}
      {compared?.vouchers.isChanged ? (
        <Sides compared={compared} />
      ) : (
        tried.vouchers.map(({ id, date, word, total, lines }) => (
          <VoucherLines key={id} title={`${say('voucher')} ${word} · ${date}`} lines={lines} total={total} />
        ))
      )}
      {tried.vouchers.length === 0 && !compared?.vouchers.isChanged && tried.recordId !== null ? (
        <WouldBe flow={flow} version={version} record={tried.recordId} />
      ) : null}
      {tried.vouchers.length === 0 && !compared ? <Mapped documents={tried.documents} /> : null}
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly Schemas['Finding'][] }) {
  const say = useSay(words);
  return (
    <section>
      <strong>{say('findings')}</strong>
      <ul className="tz-list">
        {findings.map(({ code, at, title, advice }) => (
          <li key={`${code}:${at}`}>
            {title} <span className="tz-faint">{advice}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const CHANGES = { added: 'documentAdded', removed: 'documentRemoved', changed: 'documentChanged' } as const;

function Differences({ compared }: { readonly compared: Schemas['ComparedRecord'] }) {
  const say = useSay(words);
  const reader = language.use();
  return compared.documents.map(({ kind, number, change, fields }) => (
    <table key={`${kind}:${number}`} className={styles.voucher}>
      <caption>{say(CHANGES[change], { number })}</caption>
      <tbody>
        {fields.map(({ at, before, after }) => (
          <tr key={at}>
            <th scope="row">{fieldTitle(at, reader)}</th>
            <td className={styles.was}>{textOf(before)}</td>
            <td>{textOf(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

function Sides({ compared: { vouchers } }: { readonly compared: Schemas['ComparedRecord'] }) {
  const say = useSay(words);
  return (
    <div className={styles.sides}>
      {(['before', 'after'] as const).map((side) => (
        <div key={side}>
          {vouchers[side].length === 0 ? (
            <p className="tz-faint">{`${say(side)}: ${say('noVoucher')}`}</p>
          ) : null}
          {numbered(vouchers[side]).map(({ no, one }) => (
            <VoucherLines key={no} title={`${say(side)} · ${say('voucher')}`} lines={one} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The voucher as the template writes it, whatever stands in the book already. */
function WouldBe({
  flow,
  version,
  record,
}: {
  readonly flow: string;
  readonly version: number;
  readonly record: string;
}) {
  const say = useSay(words);
  const may = useMay();
  const drafts = useQuery({
    queryKey: ['/api/v1/flows', flow, 'would-be', version, record],
    queryFn: () => draftsOf({ flow, version, record }),
    enabled: may('flows:write') && may('records:read'),
  });
  return numbered(drafts.data ?? []).map(({ no, one: { word, date, total, lines } }) =>
    lines.length === 0 ? null : (
      <VoucherLines key={no} title={`${say('voucher')} ${word} · ${date}`} lines={lines} total={total} />
    ),
  );
}

/** The document where there is no voucher to look at. */
function Mapped({ documents }: Pick<Schemas['Tried'], 'documents'>) {
  const say = useSay(words);
  const reader = language.use();
  if (documents.length === 0) return <p className="tz-faint">{say('noVoucher')}</p>;
  return documents.map(({ kind, number, date, fields }) => (
    <table key={`${kind}:${number}`} className={styles.voucher}>
      <caption>{`${say('documents')} ${number} · ${date}`}</caption>
      <tbody>
        {Object.entries(fields).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{fieldTitle(field, reader)}</th>
            <td>{textOf(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
