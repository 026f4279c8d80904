import Type, { type Static } from 'typebox';
import { ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem, pageOf, Texts } from '#api/http/schemas.ts';
import { listVocabulary } from '#core/documents/vocabulary.ts';
import { type DiscoveredField, discoverFields } from '#core/mapping/discover-fields.ts';
import { suggestFields } from '#core/mapping/suggest-fields.ts';

const DiscoveredBody = Type.Object(
  {
    path: Type.String({ description: 'As a mapping reads it; in a list, from its element' }),
    type: Type.String({ description: 'text, integer, number, boolean, date, datetime, list or empty' }),
    examples: Type.Array(Type.String()),
    seen: Type.Integer({ description: 'In how many of the samples there is a value' }),
    distinct: Type.Integer(),
    fields: Type.Optional(Type.Array(Type.Unknown({ description: 'DiscoveredField, of a list' }))),
  },
  { $id: 'DiscoveredField' },
);

const SuggestionBody = Type.Object(
  {
    scope: Type.String({ description: 'Empty for the head of a document, else the path of the list' }),
    path: Type.String(),
    field: Type.String(),
    confidence: Type.Number({ description: '0–1' }),
    reason: Type.Object({
      by: Type.String({ description: 'name, synonym or alike' }),
      met: Type.String({ description: 'The name of ours that it met' }),
      shape: Type.String({ description: 'fits: the values look like it; unknown: nothing to tell by' }),
    }),
    also: Type.Array(Type.String()),
  },
  { $id: 'FieldSuggestion' },
);

export const SamplesBody = Type.Object({
  samples: Type.Array(Type.Unknown()),
  fields: Type.Array(DiscoveredBody),
});

const VocabularyBody = Type.Object(
  { id: Type.String(), title: Texts, type: Type.String(), group: Type.String() },
  { $id: 'VocabularyField' },
);

export const getVocabulary = defineRoute({
  method: 'GET',
  path: '/vocabulary',
  summary: 'List the standard fields in three languages, with type and group',
  tag: 'Flows',
  permission: 'self',
  scope: 'common',
  replies: { 200: pageOf(VocabularyBody) },
  async handle() {
    return ok(wholeList(listVocabulary()));
  },
});

export const suggestFlowFields = defineRoute({
  method: 'POST',
  path: '/flows/suggest',
  summary: 'Suggest standard fields for what stands in samples, with confidence and reason',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'common',
  body: exactly({ samples: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 }) }),
  replies: {
    200: Type.Object({ fields: Type.Array(DiscoveredBody), suggestions: Type.Array(SuggestionBody) }),
    422: Problem,
  },
  async handle({ body }) {
    const fields = discoverFields(body.samples);
    return ok({ fields, suggestions: suggestionsFor(fields) });
  },
});

/** Samples as they travel, with what stands in them. */
export function samplesBody(samples: readonly unknown[]): Static<typeof SamplesBody> {
  return { samples: [...samples], fields: discoverFields(samples).map(copied) };
}

function suggestionsFor(fields: readonly DiscoveredField[]) {
  const head = suggestFields(fields, 'document').map((one) => ({ scope: '', ...one }));
  const lines = fields
    .filter((place) => place.type === 'list' && place.fields !== undefined)
    .flatMap(({ path, fields: own = [] }) =>
      suggestFields(own, 'line').map((one) => ({ scope: path, ...one })),
    );
  return [...head, ...lines];
}

function copied({ examples, fields, ...field }: DiscoveredField): Static<typeof DiscoveredBody> {
  return { ...field, examples: [...examples], ...(fields ? { fields: fields.map(copied) } : {}) };
}
