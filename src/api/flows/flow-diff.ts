import Type from 'typebox';
import { notFound, ok } from '#api/http/answer.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { diffFlows } from '#core/flows/diff-flows.ts';
import { diffLists } from '#core/flows/diff-lists.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { findFlow, listFlowVersions } from '#storage/flows.ts';

const Version = Type.Integer({ minimum: 1 });
const one = <const Names extends readonly string[]>(names: Names) =>
  Type.Union(names.map((name) => Type.Literal<Names[number]>(name)));

const ChangeBody = Type.Object(
  {
    change: one(['added', 'removed', 'changed']),
    part: one(['flow', 'document', 'field', 'line-field', 'table', 'rule', 'template', 'template-line']),
    at: Type.String(),
    before: Type.Optional(Type.Unknown()),
    after: Type.Optional(Type.Unknown()),
  },
  { $id: 'FlowChange' },
);

const LineBody = Type.Object({
  type: one(['same', 'removed', 'added']),
  text: Type.String(),
});

export const getFlowDiff = defineRoute({
  method: 'GET',
  path: '/flows/{flow}/versions/{a}/diff/{b}',
  summary: 'Say what differs from one version of a flow to another, part by part and line by line',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'named',
  params: exactly({ flow: Code, a: Version, b: Version }),
  replies: {
    200: Type.Object({ changes: Type.Array(ChangeBody), lines: Type.Array(LineBody) }),
    404: Problem,
  },
  async handle({ params: { flow: code, a, b } }, { database }) {
    const flow = await findFlow(database, code);
    const versions = flow ? await listFlowVersions(database, flow.flow_id) : [];
    const [before, after] = [a, b].map((number) => versions.find(({ version }) => version === number));
    if (!before || !after) return notFound('flow version', `${code}/${before ? b : a}`);
    const [old, now] = [parseFlow(before.definition), parseFlow(after.definition)];
    const lines = diffLists(before.source.split(/\r?\n/), after.source.split(/\r?\n/), (line) => line);
    return ok({
      changes: old.ok && now.ok ? diffFlows(old.value, now.value) : [],
      lines: lines.map((step) => ({
        type: step.type,
        text: step.type === 'added' ? step.after : step.before,
      })),
    });
  },
});
