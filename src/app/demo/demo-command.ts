import { mkdir, rm } from 'node:fs/promises';
import { below, type Config, readConfig } from '#app/config.ts';
import { startEmbeddedPostgres } from '#app/embedded-postgres.ts';
import { openServices, type Services } from '#app/hub.ts';
import { requireFolderFree } from '#app/hub-file.ts';
import { listeningOf } from '#app/listening.ts';
import type { RunningApi } from '#app/serve.ts';
import { setUpUrl } from '#app/set-up-url.ts';
import { stopped } from '#app/stop-signal.ts';
import { whileOpen } from '#app/while-open.ts';
import type { Answer, Command, CommandContext } from '#cli/command.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import { emptyDatabase, ensureDatabase } from '#storage/demo-database.ts';
import { DOING, makeShow } from './progress.ts';
import { type DemoOutcome, runDemo } from './run-demo.ts';
import { type Stage, setStage } from './stage.ts';
import { traceHint } from './trace-hint.ts';

const SEED = 1;
const DATABASE = 'tongzhang_demo';

/** `tongzhang demo`: the main job on a company of its own, from its first order to the proof; then the hub stays open. */
export const demo: Command = {
  name: 'demo',
  describe: {
    zh: '演示：5000 张订单与两家门店的表格，变成模拟金蝶中的凭证，并给出证明',
    en: 'Demo: 5,000 orders and two tills become vouchers in a simulated Kingdee, with a proof',
    ja: 'デモ：5,000 件の注文と 2 店舗の売上が金蝶（模擬）の仕訳になり、証明します',
  },
  options: [
    {
      flags: '--exit',
      describe: {
        zh: '结束后退出；仅当证明成立时退出码为 0',
        en: 'end after the summary; exit code 0 only if the proof holds',
        ja: '終了後に抜ける。証明が成立したときだけ終了コード 0',
      },
    },
  ],
  async run(context, input) {
    const startedAt = performance.now();
    const config = await demoConfig();
    const show = makeShow(context);
    show(DOING.preparing[context.language]);
    const stage = await setStage(config.folder, SEED);
    try {
      return await onServices({ context, config, stage, startedAt, show, exits: input.flag('exit') });
    } finally {
      await stage.close();
    }
  },
};

/**
 * The demo lives in a folder and a database of its own, which it empties every time: it never touches a company's books.
 * It may talk to this machine, because its shop and its ERP are simulators here.
 */
async function demoConfig(): Promise<Config> {
  const read = readConfig();
  const own = { folder: below(read, 'demo'), checkpoints: null, checkpointsCopy: null };
  const config = { ...read, ...own, loopback: true, port: 0 };
  await mkdir(config.folder, { recursive: true });
  await requireFolderFree(config);
  return config;
}

interface Work {
  readonly context: CommandContext;
  readonly config: Config;
  readonly stage: Stage;
  readonly startedAt: number;
  readonly show: (text: string) => void;
  readonly exits: boolean;
}

async function onServices(work: Work): Promise<Answer | null> {
  const { context, config } = work;
  work.show(DOING.starting[context.language]);
  const databaseUrl = await emptiedDatabase(config);
  const services = await openServices({ ...config, databaseUrl }, context.progress);
  try {
    const listening = await listeningOf(config);
    return await whileOpen({ services, listening, work: (api) => play(work, services, api) });
  } finally {
    await services.close();
  }
}

/** An empty database for the demo: on the given server under its own name, else on an embedded server of its own. */
async function emptiedDatabase(config: Config): Promise<string | null> {
  // What was signed for the books of the last demo would accuse those of this one.
  await rm(below(config, 'checkpoints'), { recursive: true, force: true });
  const url =
    config.databaseUrl === null
      ? (await startEmbeddedPostgres({ folder: below(config, 'postgres') })).url
      : await ensureDatabase(config.databaseUrl, DATABASE);
  await emptyDatabase(url);
  return config.databaseUrl === null ? null : url;
}

async function play(work: Work, services: Services, api: RunningApi): Promise<Answer | null> {
  const { context, config, stage, startedAt, show, exits } = work;
  const { language, signal } = context;
  const outcome = await runDemo({
    services,
    stage,
    folder: config.folder,
    language,
    signal,
    show,
  });
  context.progress('');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const hint = traceHint(services.config, stage.orders.truth, language);
  const answer = answerOf(outcome, { seconds, hint, language });
  if (exits) return answer;
  context.write(context.json ? `${JSON.stringify(answer.json)}\n` : `${answer.text}\n`);
  // Nobody is in an emptied demo: whoever opens the console by the link becomes its first person.
  const link = await setUpUrl(services, api.url);
  const first = link ? `${WORDS.first[language]}\n  ${link}\n` : '';
  context.write(`${WORDS.console[language]}  ${api.url}\n${first}${WORDS.stop[language]}\n`);
  await stopped(signal);
  return null;
}

function answerOf(
  { summary, proof }: DemoOutcome,
  { seconds, hint, language }: { seconds: string; hint: string; language: Language },
): Answer {
  return {
    ok: proof.holds,
    json: { ...summary.json, proof: proof.text, holds: proof.holds, seconds: Number(seconds) },
    text: `\n${summary.text}\n\n${proof.text}\n${WORDS.time[language]}  ${seconds} s\n${hint}`,
  };
}

const WORDS = {
  console: { zh: '管理界面', en: 'Console', ja: '管理画面' },
  first: {
    zh: '用此一次性链接进入（15 分钟内、本机有效），您就是演示公司的第一位用户；勾选“目前只有我一个人”即可看到全部：',
    en: 'Enter by this one-time link (15 minutes, this machine); you become the first person of the demo. Tick "I work alone" to see everything:',
    ja: 'この一度限りのリンク（15 分以内、この機械のみ）で入ると、デモの最初の利用者になります。「今は一人で使います」を選ぶとすべて見られます：',
  },
  stop: {
    zh: '系统保持运行，按 Ctrl-C 停止',
    en: 'The hub stays open; Ctrl-C stops it',
    ja: 'システムは稼働中。Ctrl-C で停止',
  },
  time: { zh: '用时', en: 'Time', ja: '所要時間' },
} as const satisfies Readonly<Record<string, Text>>;
