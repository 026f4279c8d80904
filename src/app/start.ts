import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Command, CommandContext } from '#cli/command.ts';
import type { Input } from '#cli/input.ts';
import { jsonText } from '#cli/json-text.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type Config, readConfig } from './config.ts';
import { openServices, type Services } from './hub.ts';
import { requireFolderFree } from './hub-file.ts';
import { listeningOf } from './listening.ts';
import type { RunningApi } from './serve.ts';
import { setUpUrl } from './set-up-url.ts';
import { stopped } from './stop-signal.ts';
import { whileOpen } from './while-open.ts';

/** `tongzhang start`: the hub, which is services, API and a worker in one process, until it is stopped. */
export const start: Command = {
  name: 'start',
  describe: {
    zh: '启动通账：接口、记账与推送都在一个进程中',
    en: 'Start the hub: API, posting and delivering in one process',
    ja: '通賬を起動：API、記帳、送信を 1 プロセスで実行',
  },
  options: [
    {
      flags: '--port <n>',
      describe: { zh: '端口；缺省 7070', en: 'port; 7070 by default', ja: 'ポート。既定 7070' },
    },
  ],
  async run(context, input) {
    const config = await configOf(input);
    const listening = await listeningOf(config);
    const services = await openServices(config);
    try {
      await whileOpen({ services, listening, work: (api) => untilStopped(context, services, api) });
    } finally {
      await services.close();
    }
    return null;
  },
};

async function untilStopped(context: CommandContext, services: Services, { url }: RunningApi): Promise<void> {
  announce(context, { url, setUpUrl: await setUpUrl(services, url) });
  await stopped(context.signal);
  context.progress(SAYS.stopping[context.language]);
}

async function configOf(input: Input): Promise<Config> {
  const read = readConfig();
  const config = { ...read, port: input.integer('port') ?? read.port };
  await mkdir(config.folder, { recursive: true }).catch((error: Error) => {
    throw new RefusalError({
      code: 'cli_folder_unusable',
      params: { folder: config.folder, reason: error.message },
    });
  });
  await requireFolderFree(config);
  await requirePortFree(config);
  return config;
}

/** Asked before the database is started: a wrong port should not cost seconds. */
function requirePortFree({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new RefusalError({ code: 'cli_port_taken', params: { port: String(port) } })),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function announce(
  { json, language, write }: CommandContext,
  { url, setUpUrl }: { readonly url: string; readonly setUpUrl: string | null },
): void {
  const startedMs = Math.round(performance.now());
  if (json) {
    write(jsonText({ url, startedMs, pid: process.pid, ...(setUpUrl ? { setUpUrl } : {}) }));
    return;
  }
  const ready = `${SAYS.ready[language]}  ${url}  (${(startedMs / 1000).toFixed(1)} s)`;
  const first = setUpUrl ? `${SAYS.setUp[language]}\n  ${setUpUrl}\n` : '';
  write(`${ready}\n${first}${SAYS.stop[language]}\n`);
}

const SAYS = {
  ready: { zh: '通账已就绪', en: 'Tongzhang is ready', ja: '通賬の準備ができました' },
  setUp: {
    zh: '还没有任何人员。15 分钟内在本机打开此链接，创建第一位管理员：',
    en: 'Nobody is there yet. Open this link on this machine within 15 minutes and become the first administrator:',
    ja: 'まだ誰もいません。15 分以内にこの機械でこのリンクを開き、最初の管理者になってください：',
  },
  stop: { zh: '按 Ctrl-C 停止', en: 'Ctrl-C stops it', ja: 'Ctrl-C で停止' },
  stopping: { zh: '正在停止……', en: 'stopping …', ja: '停止しています……' },
} as const;
