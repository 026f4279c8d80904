import { TeamOutlined } from '@ant-design/icons';
import type { FilterOf } from '#console/api/list-path.ts';
import { useMay } from '#console/api/session.ts';
import { useRoleChoices, useRoleName } from '#console/parts/access/use-roles.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { InviteButton } from './invite-button.tsx';
import { factorsOf, TONES } from './states.ts';
import { factorWords, stateWords, words } from './words.ts';

/** Everybody who may come in, what they are, and when they were here. */
export function PeoplePage() {
  const say = useSay(words);
  const may = useMay();
  return (
    <Page title={say('title')} intro={say('intro')} actions={may('people:write') ? <InviteButton /> : null}>
      <ServerTable
        label={say('title')}
        path="/api/v1/people"
        rowKey={(person) => person.id}
        open={(person) => `/access/people/${person.id}`}
        columns={useColumns()}
        filters={useFilters()}
        empty={
          <EmptyState icon={<TeamOutlined />} title={say('emptyTitle')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useFilters(): readonly Filter<FilterOf<'/api/v1/people'>>[] {
  const say = useSay(words);
  const states = choicesOf(stateWords, useSay(stateWords));
  const roles = useRoleChoices();
  return [
    { kind: 'text', name: 'search', label: say('search') },
    { kind: 'choice', name: 'state', label: say('state'), choices: states },
    { kind: 'choice', name: 'role', label: say('role'), choices: roles },
  ];
}

function useColumns(): readonly Column<'/api/v1/people'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const sayFactor = useSay(factorWords);
  const nameOf = useRoleName();
  return [
    { key: 'name', title: say('name'), show: (person) => person.name },
    { key: 'login', title: say('login'), show: (person) => <span className="tz-code">{person.login}</span> },
    {
      key: 'state',
      title: say('state'),
      show: (person) => <StateTag tone={TONES[person.state]}>{sayState(person.state)}</StateTag>,
    },
    {
      key: 'roles',
      title: say('roles'),
      show: (person) =>
        person.roles.length > 0 ? (
          person.roles.map(nameOf).join('、')
        ) : (
          <span className="tz-faint">{say('noRole')}</span>
        ),
    },
    {
      key: 'factors',
      title: say('factors'),
      show: (person) =>
        factorsOf(person.factors).map(sayFactor).join('、') || (
          <span className="tz-faint">{say('passwordOnly')}</span>
        ),
    },
    {
      key: 'signedIn',
      title: say('signedIn'),
      show: (person) =>
        person.signedInAt ? <DateTime at={person.signedInAt} ago /> : <span>{say('never')}</span>,
    },
    {
      key: 'source',
      title: say('source'),
      wideOnly: true,
      show: (person) => (person.source === 'local' ? say('local') : person.source),
    },
  ];
}
