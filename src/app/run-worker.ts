import { hostname } from 'node:os';
import type { Command } from '#cli/command.ts';
import { jsonText } from '#cli/json-text.ts';
import { readConfig } from './config.ts';
import { makeWorker, openServices } from './hub.ts';
import { stopped } from './stop-signal.ts';

/** `tongzhang worker`: posts, delivers and polls beside a running hub; as many as one likes. */
export const runWorker: Command = {
  name: 'worker',
  describe: {
    zh: '启动一个工作进程（记账、推送、采集），不含接口；可启动多个',
    en: 'Run one more worker (posting, delivering, polling) without the API; as many as one likes',
    ja: 'ワーカー（記帳、送信、収集）を追加で起動。API なし、複数可',
  },
  async run(context) {
    const services = await openServices(readConfig());
    try {
      const worker = makeWorker(services);
      worker.start();
      const name = `${hostname()}:${process.pid}`;
      context.write(context.json ? jsonText({ worker: name }) : `${READY[context.language]}  ${name}\n`);
      await stopped(context.signal);
      await worker.stop();
    } finally {
      await services.close();
    }
    return null;
  },
};

const READY = { zh: '工作进程已就绪', en: 'The worker is ready', ja: 'ワーカーの準備ができました' } as const;
