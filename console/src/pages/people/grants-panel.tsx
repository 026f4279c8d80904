import { Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { LimitsTold } from '#console/parts/access/limits-told.tsx';
import { useRoleName } from '#console/parts/access/use-roles.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ListRow } from '#console/parts/list-row.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { GiveRole } from './give-role.tsx';
import styles from './people.module.css';
import { words } from './words.ts';

type Grant = Schemas['Grant'];

/** Which roles somebody holds, where, and what they do not see. */
export function GrantsPanel({ person }: { readonly person: Schemas['Person'] }) {
  const say = useSay(words);
  const may = useMay();
  const grants = useTold(['/api/v1/grants', { person: person.id }], () =>
    api.GET('/api/v1/grants', { params: { query: { person: person.id, limit: 1000 } } }),
  );
  return (
    <Panel
      title={say('grants')}
      intro={say('grantsText')}
      actions={may('roles:write') ? <GiveRole person={person} /> : null}
    >
      <Told of={grants}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('noGrants')}>{say('noGrantsText')}</EmptyState>
          ) : (
            items.map((grant) => <OneGrant key={grant.id} grant={grant} />)
          )
        }
      </Told>
    </Panel>
  );
}

function OneGrant({ grant }: { readonly grant: Grant }) {
  const say = useSay(words);
  const nameOf = useRoleName();
  const isGiven = grant.origin === 'given';
  return (
    <ListRow>
      <div className={styles.grant}>
        <strong>{nameOf(grant.role)}</strong>
        <LimitsTold limits={grant} />
        <span className="tz-faint">
          {isGiven
            ? say('givenBy', { who: grant.grantedByName ?? grant.grantedBy })
            : say('inStep', { what: grant.origin })}{' '}
          · <DateTime at={grant.grantedAt} />
        </span>
      </div>
      {isGiven ? <TakeBack grant={grant} /> : null}
    </ListRow>
  );
}

function TakeBack({ grant }: { readonly grant: Grant }) {
  const say = useSay(words);
  const may = useMay();
  const nameOf = useRoleName();
  const { role, books, departments, kinds, fields } = grant;
  const principal = { kind: 'person' as const, id: grant.principal.id };
  const body = { principal, role, books, departments, kinds, fields };
  const take = useChange({
    change: () => told(api.DELETE('/api/v1/grants/{grant}', { params: { path: { grant: grant.id } } })),
    touches: [['/api/v1/grants'], ['/api/v1/people'], ['/api/v1/duties/conflicts']],
    done: () => say('taken', { role: nameOf(role) }),
    undo: () => () => api.POST('/api/v1/grants', { body }),
  });
  if (!may('roles:write')) return null;
  return (
    <Button danger type="text" loading={take.isPending} onClick={() => take.mutate()}>
      {say('take')}
    </Button>
  );
}
