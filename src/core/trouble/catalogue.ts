import type { Language, Message, Text } from './message.ts';
import { API_MESSAGES } from './messages/api.ts';
import { APP_MESSAGES } from './messages/app.ts';
import { CHART_MESSAGES } from './messages/chart.ts';
import { CLI_MESSAGES } from './messages/cli.ts';
import { CONNECTOR_MESSAGES } from './messages/connectors.ts';
import { FLOW_MESSAGES } from './messages/flows.ts';
import { FORMULA_MESSAGES } from './messages/formulas.ts';
import { JOURNALIZE_MESSAGES } from './messages/journalize.ts';
import { KINGDEE_MESSAGES } from './messages/kingdee.ts';
import { LEDGER_MESSAGES } from './messages/ledger.ts';
import { MAPPING_MESSAGES } from './messages/mapping.ts';
import { MONEY_MESSAGES } from './messages/money.ts';
import { PIPELINE_MESSAGES } from './messages/pipeline.ts';
import { RECONCILE_MESSAGES } from './messages/reconcile.ts';
import { REST_MESSAGES } from './messages/rest.ts';
import { SHOPIFY_MESSAGES } from './messages/shopify.ts';
import { SPREADSHEET_MESSAGES } from './messages/spreadsheet.ts';
import { SPREADSHEET_ROW_MESSAGES } from './messages/spreadsheet-rows.ts';
import { UPLOAD_MESSAGES } from './messages/uploads.ts';
import { VALIDATION_MESSAGES } from './messages/validation.ts';
import { VERIFY_MESSAGES } from './messages/verify.ts';
import { assert, type Params } from './trouble.ts';

/** One entry per file of `messages/`, in alphabetical order. A test fails when a file is missing here. */
const AREAS: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  api: API_MESSAGES,
  app: APP_MESSAGES,
  chart: CHART_MESSAGES,
  cli: CLI_MESSAGES,
  connectors: CONNECTOR_MESSAGES,
  flows: FLOW_MESSAGES,
  formulas: FORMULA_MESSAGES,
  journalize: JOURNALIZE_MESSAGES,
  kingdee: KINGDEE_MESSAGES,
  ledger: LEDGER_MESSAGES,
  mapping: MAPPING_MESSAGES,
  money: MONEY_MESSAGES,
  pipeline: PIPELINE_MESSAGES,
  reconcile: RECONCILE_MESSAGES,
  rest: REST_MESSAGES,
  shopify: SHOPIFY_MESSAGES,
  spreadsheet: SPREADSHEET_MESSAGES,
  'spreadsheet-rows': SPREADSHEET_ROW_MESSAGES,
  uploads: UPLOAD_MESSAGES,
  validation: VALIDATION_MESSAGES,
  verify: VERIFY_MESSAGES,
};

/** Every code of the product with its texts. */
export const catalogue: ReadonlyMap<string, Message> = mergeAreas(AREAS);

/** Area → its codes, for the reference that is generated from here. */
export const codesByArea: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(AREAS).map(([area, messages]) => [area, Object.keys(messages)]),
);

/** One map of all areas. A code that two areas claim is a bug, because the second text would silently win. */
export function mergeAreas(
  areas: Readonly<Record<string, Readonly<Record<string, Message>>>>,
): Map<string, Message> {
  const merged = new Map<string, Message>();
  for (const [area, messages] of Object.entries(areas)) {
    for (const [code, message] of Object.entries(messages)) {
      assert(!merged.has(code), `code ${code} of area ${area} is already taken`);
      merged.set(code, message);
    }
  }
  return merged;
}

/**
 * What a person reads about `code`: what is wrong and what to do. Put the place into `params.at`.
 *
 * A code of a flow's own check is in nobody's catalogue; its author chose a telling name, so that is shown.
 */
export function describe(
  code: string,
  params: Params,
  language: Language,
): { title: string; advice: string } {
  const message = catalogue.get(code) ?? unlisted(code);
  return { title: fill(message.title[language], params), advice: fill(message.advice[language], params) };
}

/** `text` with its places filled. Without a place to name, a leading `{at}: ` goes too. */
export function fill(text: string, params: Params): string {
  const placed = params.at ? text : text.replace(/^\{at\}\s*[:：,，]\s*/, '');
  return placed.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…');
}

function unlisted(code: string): Message {
  const title: Text = { zh: `{at}：${code}`, en: `{at}: ${code}`, ja: `{at}：${code}` };
  return {
    title,
    advice: {
      zh: '这是流程自定义的检查。请对照流程定义中的同名检查核对该记录。',
      en: 'This is a check of the flow itself. Compare the record with the check of that name in the flow.',
      ja: 'これはフロー独自の検査です。フロー定義にある同名の検査と記録を照らし合わせてください。',
    },
  };
}
