import type { Language, Message, Text } from './message.ts';
import { ACCESS_MESSAGES } from './messages/access.ts';
import { API_MESSAGES } from './messages/api.ts';
import { APP_MESSAGES } from './messages/app.ts';
import { AUDIT_MESSAGES } from './messages/audit.ts';
import { BUSINESS_CHECK_MESSAGES } from './messages/business-checks.ts';
import { CHART_MESSAGES } from './messages/chart.ts';
import { CLI_MESSAGES } from './messages/cli.ts';
import { CLIENT_MESSAGES } from './messages/clients.ts';
import { CLOSING_MESSAGES } from './messages/closing.ts';
import { CONNECTOR_MESSAGES } from './messages/connectors.ts';
import { FACTOR_MESSAGES } from './messages/factors.ts';
import { FLOW_VERSION_MESSAGES } from './messages/flow-versions.ts';
import { FLOW_MESSAGES } from './messages/flows.ts';
import { FORMULA_MESSAGES } from './messages/formulas.ts';
import { JOURNALIZE_MESSAGES } from './messages/journalize.ts';
import { KINGDEE_MESSAGES } from './messages/kingdee.ts';
import { LEDGER_MESSAGES } from './messages/ledger.ts';
import { LIST_MESSAGES } from './messages/lists.ts';
import { MAPPING_MESSAGES } from './messages/mapping.ts';
import { MONEY_MESSAGES } from './messages/money.ts';
import { PEOPLE_MESSAGES } from './messages/people.ts';
import { PIPELINE_MESSAGES } from './messages/pipeline.ts';
import { RECONCILE_MESSAGES } from './messages/reconcile.ts';
import { REHEARSAL_MESSAGES } from './messages/rehearsals.ts';
import { REQUEST_MESSAGES } from './messages/requests.ts';
import { REST_MESSAGES } from './messages/rest.ts';
import { ROLE_MESSAGES } from './messages/roles.ts';
import { RUN_MESSAGES } from './messages/runs.ts';
import { SHOPIFY_MESSAGES } from './messages/shopify.ts';
import { SIGN_IN_MESSAGES } from './messages/sign-in.ts';
import { SIGN_ON_MESSAGES } from './messages/sign-on.ts';
import { SPREADSHEET_MESSAGES } from './messages/spreadsheet.ts';
import { SPREADSHEET_ROW_MESSAGES } from './messages/spreadsheet-rows.ts';
import { UPLOAD_MESSAGES } from './messages/uploads.ts';
import { VERIFY_MESSAGES } from './messages/verify.ts';
import { VOUCHER_LINE_MESSAGES } from './messages/voucher-lines.ts';
import { VOUCHER_MESSAGES } from './messages/vouchers.ts';
import { WEBHOOK_MESSAGES } from './messages/webhooks.ts';
import { WORK_LIST_MESSAGES } from './messages/work-list.ts';
import { thingName } from './thing-names.ts';
import { assert, type Params } from './trouble.ts';

/** One entry per file of `messages/`, in alphabetical order. A test fails when a file is missing here. */
const AREAS: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  access: ACCESS_MESSAGES,
  api: API_MESSAGES,
  app: APP_MESSAGES,
  audit: AUDIT_MESSAGES,
  'business-checks': BUSINESS_CHECK_MESSAGES,
  chart: CHART_MESSAGES,
  cli: CLI_MESSAGES,
  clients: CLIENT_MESSAGES,
  closing: CLOSING_MESSAGES,
  connectors: CONNECTOR_MESSAGES,
  factors: FACTOR_MESSAGES,
  'flow-versions': FLOW_VERSION_MESSAGES,
  flows: FLOW_MESSAGES,
  formulas: FORMULA_MESSAGES,
  journalize: JOURNALIZE_MESSAGES,
  kingdee: KINGDEE_MESSAGES,
  ledger: LEDGER_MESSAGES,
  lists: LIST_MESSAGES,
  mapping: MAPPING_MESSAGES,
  money: MONEY_MESSAGES,
  people: PEOPLE_MESSAGES,
  pipeline: PIPELINE_MESSAGES,
  reconcile: RECONCILE_MESSAGES,
  rehearsals: REHEARSAL_MESSAGES,
  requests: REQUEST_MESSAGES,
  rest: REST_MESSAGES,
  roles: ROLE_MESSAGES,
  runs: RUN_MESSAGES,
  shopify: SHOPIFY_MESSAGES,
  'sign-in': SIGN_IN_MESSAGES,
  'sign-on': SIGN_ON_MESSAGES,
  spreadsheet: SPREADSHEET_MESSAGES,
  'spreadsheet-rows': SPREADSHEET_ROW_MESSAGES,
  uploads: UPLOAD_MESSAGES,
  verify: VERIFY_MESSAGES,
  'voucher-lines': VOUCHER_LINE_MESSAGES,
  vouchers: VOUCHER_MESSAGES,
  webhooks: WEBHOOK_MESSAGES,
  'work-list': WORK_LIST_MESSAGES,
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
 * A code of a flow's own check is in nobody's catalogue; the flow may give it a text (`ownTitle`), else its name is shown.
 */
export function describe(
  code: string,
  params: Params,
  language: Language,
): { title: string; advice: string } {
  const message = catalogue.get(code) ?? unlisted(code, params);
  return {
    title: fill(message.title[language], params, language),
    advice: fill(message.advice[language], params, language),
  };
}

/**
 * `text` with its places filled: `{kind}` as it is, `{kind:name}` by what the thing is called in this language. Without a
 * place to name, a leading `{at}: ` goes too.
 */
export function fill(text: string, params: Params, language: Language): string {
  const placed = params.at ? text : text.replace(/^\{at\}\s*[:：,，]\s*/, '');
  return placed.replace(/\{(\w+)(:name)?\}/g, (_, param: string, named?: string) => {
    const value = params[param];
    if (value === undefined) return '…';
    return named ? thingName(value, language) : value;
  });
}

/** The names under which `ownTitle` goes with a finding: part of its text, not of its evidence. */
export const OWN_TITLE: ReadonlySet<string> = new Set(['titleZh', 'titleEn', 'titleJa']);

/** The text that a flow gives a check of its own, to go with a finding. */
export function ownTitle({ zh, en, ja }: Text): Params {
  return { titleZh: zh, titleEn: en, titleJa: ja };
}

function unlisted(code: string, { titleZh = code, titleEn = code, titleJa = code }: Params): Message {
  const title: Text = { zh: `{at}：${titleZh}`, en: `{at}: ${titleEn}`, ja: `{at}：${titleJa}` };
  return {
    title,
    advice: {
      zh: '这是流程自定义的检查。请对照流程定义中的同名检查核对该记录。',
      en: 'This is a check of the flow itself. Compare the record with the check of that name in the flow.',
      ja: 'これはフロー独自の検査です。フロー定義にある同名の検査と記録を照らし合わせてください。',
    },
  };
}
