import Type from 'typebox';
import { notFound, ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, orNull, Problem } from '#api/http/schemas.ts';
import { loadNames } from '#api/names.ts';
import { findConnectionById } from '#storage/connections.ts';
import { findFlow } from '#storage/flows.ts';

const Door = {
  url: Type.String(),
  curl: orNull(
    Type.String({ description: 'Ready for a shell; $TOKEN and $SECRET stand for what is not shown here' }),
  ),
};

const TriggerBody = Type.Object(
  {
    webhook: orNull(
      Type.Object(Door, { description: 'Where its source sends what happens; null where it cannot' }),
    ),
    documents: Type.Object(Door, {
      description: 'Where a program hands over one document and gets its voucher',
    }),
  },
  { $id: 'FlowTrigger' },
);

export const getFlowTrigger = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/trigger',
  summary: 'Get the addresses that set a flow going, each with a line of curl that tries it',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'named',
  params: exactly({ flow: Code }),
  replies: { 200: TriggerBody, 404: Problem },
  async handle({ params: { flow: code }, raw }, { database, connections }) {
    const flow = await findFlow(database, code);
    const connection = flow && (await findConnectionById(database, flow.connection_id));
    if (!flow || !connection) return notFound('flow', code);
    const book = (await loadNames(database)).book(flow.book_id);
    const { webhook, webhookCurl } = connections.connectorOf(connection.connector);
    const origin = raw.caller.origin.replaceAll("'", '%27');
    const hook = `${origin}/hooks/${part(connection.code)}`;
    const documents = `${origin}/api/v1/books/${part(book)}/documents?flow=${part(code)}`;
    return ok({
      webhook: webhook ? { url: hook, curl: webhookCurl?.(hook) ?? null } : null,
      documents: { url: documents, curl: documentsCurl(documents) },
    });
  },
});

/** A part of an address that may also stand between the quotes of a shell. */
function part(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}

function documentsCurl(url: string): string {
  return [
    `curl -X POST '${url}'`,
    '-H "authorization: Bearer $TOKEN"',
    "-H 'content-type: application/json'",
    '-d @document.json',
  ].join(' ');
}
