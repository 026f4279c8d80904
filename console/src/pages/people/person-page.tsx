import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, toldWithTag } from '#console/api/client.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { FactorsPanel } from './factors-panel.tsx';
import { GrantsPanel } from './grants-panel.tsx';
import { IdentitiesPanel } from './identities-panel.tsx';
import { PersonActions } from './person-actions.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { words } from './words.ts';

/** One person: who they are, what they may do where, and how they come in. */
export function PersonPage() {
  const say = useSay(words);
  const { person: id = '' } = useParams();
  const person = useQuery({
    queryKey: ['/api/v1/people', id],
    queryFn: () => toldWithTag(api.GET('/api/v1/people/{person}', { params: { path: { person: id } } })),
  });
  return (
    <Page
      title={person.data?.data.name ?? say('one')}
      intro={<BackLink to="/access/people">{say('back')}</BackLink>}
      actions={person.data ? <PersonActions person={person.data.data} tag={person.data.tag} /> : null}
    >
      <Told of={person}>
        {({ data, tag }) => (
          <>
            <ProfilePanel person={data} tag={tag} />
            <GrantsPanel person={data} />
            <FactorsPanel person={data} />
            <SessionsPanel person={data} />
            <IdentitiesPanel person={data} />
          </>
        )}
      </Told>
    </Page>
  );
}
