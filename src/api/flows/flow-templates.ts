import Type from 'typebox';
import { parseDocument } from 'yaml';
import { notFound, ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem, pageOf, Texts } from '#api/http/schemas.ts';
import { SamplesBody, samplesBody } from './flow-suggest.ts';
import type { FlowTemplate } from './flow-template.ts';

const SummaryBody = Type.Object(
  {
    code: Code,
    title: Texts,
    description: Texts,
    connector: Type.String(),
    kind: Type.String(),
  },
  { $id: 'FlowTemplateSummary' },
);

const TemplateBody = Type.Object(
  {
    ...SummaryBody.properties,
    notes: Type.Record(Type.String(), Texts, { description: 'Field → what stands in it' }),
    needs: Type.Object({
      details: Type.Array(Type.String()),
      dimensions: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
      values: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
      crosswalks: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
    }),
    source: Type.String({ description: 'The flow as YAML' }),
    definition: Type.Unknown(),
    ...SamplesBody.properties,
  },
  { $id: 'FlowTemplate' },
);

const tag = 'Flow templates';
const params = exactly({ template: Code });

export const getFlowTemplates = defineRoute({
  method: 'GET',
  path: '/flow-templates',
  summary: 'List flows that are ready to be taken over',
  tag,
  permission: 'flows:read',
  scope: 'common',
  replies: { 200: pageOf(SummaryBody) },
  async handle(_, { templates }) {
    return ok(wholeList(templates.map(summaryBody)));
  },
});

export const getFlowTemplate = defineRoute({
  method: 'GET',
  path: '/flow-templates/{template}',
  summary: 'Get a template: the flow, notes on its fields, what it needs, and samples',
  tag,
  permission: 'flows:read',
  scope: 'common',
  params,
  replies: { 200: TemplateBody, 404: Problem },
  async handle({ params: { template: code } }, { templates }) {
    const found = templates.find((one) => one.code === code);
    if (!found) return notFound('flow template', code);
    const { notes, needs, source, definition, samples } = found;
    return ok({ ...summaryBody(found), notes, needs, source, definition, ...samplesBody(samples) });
  },
});

export const fillFlowTemplate = defineRoute({
  method: 'POST',
  path: '/flow-templates/{template}/fill',
  summary: 'Put your book, connection and target into a template; the answer is to be saved as a flow',
  tag,
  permission: 'flows:read',
  scope: 'common',
  params,
  body: exactly({
    flow: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,62}$' }),
    book: Code,
    connection: Code,
    target: Type.Optional(Type.String({ maxLength: 63, description: 'Connection that takes the vouchers' })),
  }),
  replies: { 200: Type.Object({ source: Type.String(), definition: Type.Unknown() }), 404: Problem },
  async handle({ params: { template: code }, body }, { templates }) {
    const found = templates.find((one) => one.code === code);
    return found ? ok(filled(found, body)) : notFound('flow template', code);
  },
});

interface Filling {
  readonly flow: string;
  readonly book: string;
  readonly connection: string;
  readonly target?: string;
}

/** The same text with other names, comments where they were. */
function filled({ source }: FlowTemplate, { flow, book, connection, target }: Filling) {
  const document = parseDocument(source);
  const before = document.getIn(['source', 'connection']);
  document.set('flow', flow);
  document.set('book', book);
  document.setIn(['source', 'connection'], connection);
  if (target !== undefined) {
    document.set('targets', document.createNode([{ connection: target, until: 'audited' }]));
  }
  if (document.getIn(['writeBack', 0, 'connection']) === before && before !== undefined) {
    document.setIn(['writeBack', 0, 'connection'], connection);
  }
  return { source: document.toString({ lineWidth: 0 }), definition: document.toJS() };
}

function summaryBody({ code, title, description, connector, kind }: FlowTemplate) {
  return { code, title, description, connector, kind };
}
