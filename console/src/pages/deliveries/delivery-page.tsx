import { Button, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import { useTold } from '#console/api/use-told.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { formatLength } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { isStopped, TONES } from './states.ts';
import { kindWords, stateWords, targetWords, words } from './words.ts';

type Delivery = Schemas['DeliveryWithAttempts'];

/** One delivery with every attempt. */
export function DeliveryPage() {
  const say = useSay(words);
  const { delivery: id = '' } = useParams();
  const delivery = useTold(['/api/v1/deliveries', id], () =>
    api.GET('/api/v1/deliveries/{delivery}', { params: { path: { delivery: id } } }),
  );
  return (
    <Page
      title={say('delivery', { id })}
      intro={<BackLink to="/deliveries">{say('back')}</BackLink>}
      actions={delivery.data && isStopped(delivery.data) ? <Redrive id={id} /> : null}
    >
      <Told of={delivery}>
        {(told) => (
          <>
            <Summary delivery={told} />
            {told.error === null ? null : (
              <Panel title={say('lastError')}>
                <Trouble trouble={told.error} />
              </Panel>
            )}
            <History history={told.history} />
          </>
        )}
      </Told>
    </Page>
  );
}

function Redrive({ id }: { readonly id: string }) {
  const say = useSay(words);
  const may = useMay();
  const redrive = useChange({
    change: () =>
      told(api.POST('/api/v1/deliveries/{delivery}/redrive', { params: { path: { delivery: id } } })),
    touches: [['/api/v1/deliveries']],
    done: () => say('redrivenOne'),
  });
  if (!may('deliveries:redrive')) return null;
  return (
    <Button type="primary" loading={redrive.isPending} onClick={() => redrive.mutate()}>
      {say('redrive')}
    </Button>
  );
}

function Summary({ delivery }: { readonly delivery: Delivery }) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const sayKind = useSay(kindWords);
  const sayTarget = useSay(targetWords);
  const { books, connections, flows } = useChoices();
  return (
    <Panel title={delivery.businessKey}>
      <Facts
        of={[
          [
            say('state'),
            <StateTag key="state" tone={TONES[delivery.state]}>
              {sayState(delivery.state)}
            </StateTag>,
          ],
          [say('kind'), sayKind(delivery.kind)],
          [say('connection'), labelOf(connections, delivery.connection)],
          [say('flow'), labelOf(flows, delivery.flow)],
          [say('book'), labelOf(books, delivery.book)],
          [say('voucher'), <VoucherLink key="voucher" delivery={delivery} />],
          [say('until'), sayTarget(delivery.until)],
          [say('targetState'), sayTarget(delivery.targetState)],
          [say('targetNumber'), delivery.targetNumber],
          [say('targetId'), delivery.targetId],
          [say('created'), <DateTime key="created" at={delivery.createdAt} />],
          [say('done'), <DateTime key="done" at={delivery.doneAt} />],
        ]}
      />
    </Panel>
  );
}

/** The voucher it carries; what is written back or withdrawn carries none. */
function VoucherLink({ delivery: { book, voucherId } }: { readonly delivery: Delivery }) {
  const say = useSay(words);
  const may = useMay();
  if (voucherId === null) return '—';
  if (!may('vouchers:read')) return voucherId;
  return <Link to={`/books/${encodeURIComponent(book)}/vouchers/${voucherId}`}>{say('openVoucher')}</Link>;
}

/** Why a try came to nothing, and the way out. */
function Trouble({ trouble: { title, advice, code } }: { readonly trouble: Schemas['Finding'] }) {
  return (
    <>
      <strong>{title}</strong>
      <p className="tz-faint">
        {advice} <code className="tz-code">{code}</code>
      </p>
    </>
  );
}

function History({ history }: Pick<Delivery, 'history'>) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const reader = language.use();
  return (
    <Panel title={say('history')} isFlush>
      <Table<Delivery['history'][number]>
        size="small"
        pagination={false}
        rowKey="startedAt"
        dataSource={history}
        locale={{ emptyText: say('historyEmpty') }}
        columns={[
          { key: 'began', title: say('began'), render: (_, { startedAt }) => <DateTime at={startedAt} /> },
          {
            key: 'took',
            title: say('took'),
            align: 'right',
            className: 'tz-number',
            render: (_, { startedAt, endedAt }) =>
              formatLength(Date.parse(endedAt) - Date.parse(startedAt), reader),
          },
          {
            key: 'outcome',
            title: say('outcome'),
            render: (_, { outcome }) => <StateTag tone={TONES[outcome]}>{sayState(outcome)}</StateTag>,
          },
          {
            key: 'detail',
            title: say('detail'),
            render: (_, { detail }) => (detail === null ? null : <Trouble trouble={detail} />),
          },
        ]}
      />
    </Panel>
  );
}
