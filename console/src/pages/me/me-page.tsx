import { Page } from '#console/parts/page.tsx';
import { useSay } from '#console/words/use-say.ts';
import { FactorsPanel } from './factors-panel.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { words } from './words.ts';

/** One's own account. */
export function MePage() {
  const say = useSay(words);
  return (
    <Page title={say('title')} intro={say('intro')}>
      <ProfilePanel />
      <PasswordPanel />
      <FactorsPanel />
      <PasskeysPanel />
      <SessionsPanel />
    </Page>
  );
}
