import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Command, CommandContext } from '#cli/command.ts';
import type { Input } from '#cli/input.ts';
import { jsonText } from '#cli/json-text.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type Config, readConfig } from './config.ts';
import { makeWorker, openServices } from './hub.ts';
import { removeHubFile, requireFolderFree, writeHubFile } from './hub-file.ts';
import { fileSecret } from './secrets.ts';
import { serve } from './serve.ts';
import { stopped } from './stop-signal.ts';

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
    const services = await openServices(config);
    try {
      const worker = makeWorker(services);
      const api = await serve(services);
      worker.start();
      await writeHubFile(config, api.url);
      announce(context, { url: api.url, token: config.token! });
      await stopped(context.signal);
      context.progress(SAYS.stopping[context.language]);
      await removeHubFile(config);
      await api.close();
      await worker.stop();
    } finally {
      await services.close();
    }
    return null;
  },
};

async function configOf(input: Input): Promise<Config & { token: string }> {
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
  return { ...config, token: config.token ?? (await fileSecret(config.folder, 'token')) };
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
  { url, token }: { url: string; token: string },
): void {
  const startedMs = Math.round(performance.now());
  if (json) {
    write(jsonText({ url, token, startedMs, pid: process.pid }));
    return;
  }
  const lines = [
    `${SAYS.ready[language]}  ${url}  (${(startedMs / 1000).toFixed(1)} s)`,
    `Authorization: Bearer ${token}`,
    SAYS.stop[language],
  ];
  write(`${lines.join('\n')}\n`);
}

const SAYS = {
  ready: { zh: '通账已就绪', en: 'Tongzhang is ready', ja: '通賬の準備ができました' },
  stop: { zh: '按 Ctrl-C 停止', en: 'Ctrl-C stops it', ja: 'Ctrl-C で停止' },
  stopping: { zh: '正在停止……', en: 'stopping …', ja: '停止しています……' },
} as const;
