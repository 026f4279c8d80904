import { mkdir } from 'node:fs/promises';
import { below, type Config, readConfig } from '#app/config.ts';
import { startEmbeddedPostgres } from '#app/embedded-postgres.ts';
import { makeWorker, openServices, type Services } from '#app/hub.ts';
import { removeHubFile, requireFolderFree, writeHubFile } from '#app/hub-file.ts';
import { type RunningApi, serve } from '#app/serve.ts';
import { stopped } from '#app/stop-signal.ts';
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
  const config = { ...read, folder: below(read, 'demo'), loopback: true, port: 0 };
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
  const worker = makeWorker(services);
  try {
    const api = await serve(services);
    worker.start();
    try {
      await writeHubFile(config, api.url);
      return await play(work, services, api);
    } finally {
      await removeHubFile(config);
      await api.close();
      await worker.stop();
    }
  } finally {
    await services.close();
  }
}

/** An empty database for the demo: on the given server under its own name, else on an embedded server of its own. */
async function emptiedDatabase(config: Config): Promise<string | null> {
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
  context.write(`${WORDS.open[language]}  ${api.url}\n`);
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
  open: {
    zh: '系统保持运行，按 Ctrl-C 停止',
    en: 'The hub stays open; Ctrl-C stops it',
    ja: 'システムは稼働中。Ctrl-C で停止',
  },
  time: { zh: '用时', en: 'Time', ja: '所要時間' },
} as const satisfies Readonly<Record<string, Text>>;
