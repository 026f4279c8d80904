import type { Schemas } from '#console/api/paths.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { methodWords, stateWords, words } from './words.ts';

export function ClientFacts({ client }: { readonly client: Schemas['Client'] }) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const sayMethod = useSay(methodWords);
  const reader = language.use();
  return (
    <Panel title={say('facts')}>
      <Facts
        of={[
          [
            say('state'),
            <StateTag key="state" tone={client.state === 'active' ? 'good' : 'quiet'}>
              {sayState(client.state)}
            </StateTag>,
          ],
          [
            say('id'),
            <span key="id" className="tz-code">
              {client.id}
            </span>,
          ],
          [say('method'), sayMethod(client.method)],
          [say('addresses'), client.addresses?.join('、') ?? say('anywhere')],
          [say('rate'), formatNumber(client.requestsPerMinute, reader)],
          [say('certificate'), client.certificate],
          [say('lastToken'), <DateTime key="last" at={client.lastTokenAt} />],
          [say('secretMade'), <DateTime key="secret" at={client.secretMadeAt} />],
          [say('expires'), <DateTime key="expires" at={client.expiresAt} />],
          [say('createdBy'), client.createdBy.replace(/^person:/, '')],
          [say('created'), <DateTime key="created" at={client.createdAt} />],
        ]}
      />
    </Panel>
  );
}
