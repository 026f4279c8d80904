import { audit, verification } from '#console/pages/audit/page.ts';
import { bookPages } from '#console/pages/books/page.ts';
import { client, clients, newClient } from '#console/pages/clients/page.ts';
import { connection, connections, newConnection } from '#console/pages/connections/page.ts';
import { crosswalks, crosswalksOfBook } from '#console/pages/crosswalks/page.ts';
import { deliveries, delivery } from '#console/pages/deliveries/page.ts';
import { duties } from '#console/pages/duties/page.ts';
import { exception, exceptions } from '#console/pages/exceptions/page.ts';
import { flowEditor } from '#console/pages/flows/edit/page.ts';
import { flow, flows, newFlow } from '#console/pages/flows/page.ts';
import { me } from '#console/pages/me/page.ts';
import { overview } from '#console/pages/overview/page.ts';
import { people, person } from '#console/pages/people/page.ts';
import { record, records } from '#console/pages/records/page.ts';
import { role, roles } from '#console/pages/roles/page.ts';
import { runs } from '#console/pages/runs/page.ts';
import { sessions } from '#console/pages/sessions/page.ts';
import { newProvider, provider, signOn } from '#console/pages/sign-on/page.ts';
import { webhook, webhooks } from '#console/pages/webhooks/page.ts';
import type { PageFacts } from './page.ts';

/** Every page of the shell, in the order of the menu. */
export const PAGES: readonly PageFacts[] = [
  overview,
  exceptions,
  exception,
  records,
  record,
  ...bookPages,
  flows,
  newFlow,
  flow,
  flowEditor,
  crosswalks,
  crosswalksOfBook,
  connections,
  newConnection,
  connection,
  runs,
  deliveries,
  delivery,
  webhooks,
  webhook,
  ...[
    people,
    person,
    roles,
    role,
    duties,
    clients,
    newClient,
    client,
    signOn,
    newProvider,
    provider,
    sessions,
    audit,
    verification,
  ],
  me,
];
