import { Table } from 'antd';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import { useTold } from '#console/api/use-told.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag, type Tone } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import styles from './paper.module.css';
import type { FullVoucher } from './use-voucher.ts';
import { deliveryStateWords, documentStateWords, words } from './words.ts';

type Document = FullVoucher['documents'][number];
type Delivery = Schemas['Delivery'];

const DOCUMENT_STATES = ['posted', 'staged', 'reversed'] as const;
const TONES: Readonly<Record<Delivery['state'], Tone>> = {
  owed: 'warn',
  sending: 'busy',
  done: 'good',
  refused: 'bad',
  dead: 'bad',
  withdrawn: 'quiet',
};

/** What the voucher was made of; each leads to its raw record. */
export function DocumentsPanel({ documents }: Pick<FullVoucher, 'documents'>) {
  const say = useSay(words);
  const sayState = useSay(documentStateWords);
  const reader = language.use();
  const may = useMay();
  const stateOf = (state: string) => {
    const known = DOCUMENT_STATES.find((one) => one === state);
    return known === undefined ? state : sayState(known);
  };
  return (
    <Panel title={say('documents')} intro={say('documentsIntro')} isFlush>
      <Table<Document>
        size="small"
        rowKey="id"
        pagination={documents.length > 20 ? { size: 'small', pageSize: 20 } : false}
        dataSource={documents}
        locale={{ emptyText: <span className="tz-faint">{say('noDocuments')}</span> }}
        columns={[
          { key: 'number', title: say('document'), render: (_, { number }) => number },
          {
            key: 'kind',
            title: say('kind'),
            render: (_, { kind }) => thingName(kind, reader),
          },
          {
            key: 'state',
            title: say('state'),
            render: (_, { state }) => (
              <StateTag tone={state === 'posted' ? 'good' : 'quiet'}>{stateOf(state)}</StateTag>
            ),
          },
          {
            key: 'record',
            title: say('record'),
            render: (_, { recordId }) =>
              may('records:read') ? <Link to={`/records/${recordId}`}>{recordId}</Link> : recordId,
          },
        ]}
      />
    </Panel>
  );
}

/** What became of it in the systems it is owed to. */
export function DeliveriesPanel({ book, voucher }: { readonly book: string; readonly voucher: string }) {
  const say = useSay(words);
  const sayState = useSay(deliveryStateWords);
  const may = useMay()('deliveries:read');
  const { connections } = useChoices();
  const query = { book, voucherId: voucher };
  const deliveries = useTold(
    ['/api/v1/deliveries', query],
    () => api.GET('/api/v1/deliveries', { params: { query } }),
    { isWanted: may },
  );
  if (!may) return null;
  return (
    <Panel title={say('deliveries')} isFlush>
      <Told of={deliveries}>
        {({ items }) => (
          <Table<Delivery>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={items}
            locale={{ emptyText: <span className="tz-faint">{say('noDeliveries')}</span> }}
            columns={[
              {
                key: 'target',
                title: say('target'),
                render: (_, { id, connection }) => (
                  <Link to={`/deliveries/${id}`}>{labelOf(connections, connection) ?? id}</Link>
                ),
              },
              {
                key: 'state',
                title: say('state'),
                render: (_, { state }) => <StateTag tone={TONES[state]}>{sayState(state)}</StateTag>,
              },
              { key: 'number', title: say('targetNumber'), render: (_, row) => row.targetNumber ?? '—' },
            ]}
          />
        )}
      </Told>
    </Panel>
  );
}

/** When and by whom it was posted, and the hashes that show it was not touched since. */
export function ProofPanel({ voucher: { posting } }: { readonly voucher: FullVoucher }) {
  const say = useSay(words);
  const actorText = useActorText();
  const hash = (text: string) => <span className={`tz-code ${styles.chain}`}>{text}</span>;
  return (
    <Panel title={say('proof')}>
      <Facts
        of={[
          [say('postedAt'), <DateTime key="at" at={posting.at} />],
          [say('postedBy'), actorText(posting.by)],
          [say('posting'), posting.id],
          [say('voucherHash'), hash(posting.voucherHash)],
          [say('hash'), hash(posting.hash)],
        ]}
      />
    </Panel>
  );
}
