import type { Simulator, SimulatorOptions } from '#connectors/kit/connector.ts';
import type { Command } from './command.ts';
import { type Input, UsageError } from './input.ts';
import { jsonText } from './json-text.ts';

/** `tongzhang simulate <connector>`: a vendor's system on a loopback port until it is stopped. */
export const simulate: Command = {
  name: 'simulate',
  describe: {
    zh: '在本机启动一个外部系统的模拟器；就绪时输出一行 JSON：{"url","credentials"}',
    en: 'Run the simulator of an outside system here; prints one JSON line {"url","credentials"} when ready',
    ja: '外部システムのシミュレーターを起動し、準備ができると JSON を 1 行出力します：{"url","credentials"}',
  },
  takes: [
    {
      name: '<connector>',
      describe: { zh: '连接器名称', en: 'name of the connector', ja: 'コネクター名' },
    },
  ],
  options: [
    {
      flags: '--port <n>',
      describe: {
        zh: '端口；缺省为空闲端口',
        en: 'port; a free one by default',
        ja: 'ポート。既定は空きポート',
      },
    },
    { flags: '--seed <n>', describe: { zh: '随机种子', en: 'seed of its dice', ja: '乱数の種' } },
    {
      flags: '--fault <name=rate>',
      repeats: true,
      describe: {
        zh: '故障及其概率，如 late=0.1；可重复',
        en: 'a fault and its rate, e.g. late=0.1; may be repeated',
        ja: '障害とその確率。例：late=0.1。繰り返し可',
      },
    },
    {
      flags: '--store <folder>',
      describe: {
        zh: '保存其数据的文件夹；缺省只存在内存中',
        en: 'folder in which it keeps what it holds; memory only by default',
        ja: 'データを保存するフォルダー。既定はメモリーのみ',
      },
    },
    {
      flags: '--seed-file <file>',
      describe: {
        zh: '首次启动时载入的 JSON 文件',
        en: 'JSON file with what it holds at first',
        ja: '初回に読み込む JSON ファイル',
      },
    },
  ],
  async run(context, input) {
    const simulator = findSimulator(context.simulators, input.argument('connector'));
    const running = await simulator.start(optionsOf(simulator, input));
    context.write(jsonText({ url: running.url, credentials: running.credentials }));
    if (!context.signal.aborted) {
      await new Promise((stopped) => context.signal.addEventListener('abort', stopped, { once: true }));
    }
    await running.close();
    return null;
  },
};

function findSimulator(simulators: readonly Simulator[], name: string): Simulator {
  const found = simulators.find((simulator) => simulator.name === name);
  if (found) return found;
  const known = simulators.map((simulator) => simulator.name).join(', ');
  throw new UsageError({ code: 'cli_simulator_unknown', params: { name, known } });
}

function optionsOf(simulator: Simulator, input: Input): SimulatorOptions {
  const port = input.integer('port');
  const seed = input.integer('seed');
  const store = input.text('store');
  const seedFile = input.text('seedFile');
  return {
    faults: Object.fromEntries(input.list('fault').map((text) => faultOf(simulator, text))),
    ...(port === null ? {} : { port }),
    ...(seed === null ? {} : { seed }),
    ...(store === null ? {} : { store }),
    ...(seedFile === null ? {} : { seedFile }),
  };
}

function faultOf(simulator: Simulator, text: string): [string, number] {
  const [, name = '', rate = ''] = /^(.+)=(\d*\.?\d+)$/.exec(text) ?? [];
  if (Object.hasOwn(simulator.faults, name) && Number(rate) <= 1) return [name, Number(rate)];
  const known = Object.keys(simulator.faults).join(', ');
  throw new UsageError({ code: 'cli_fault_unknown', params: { text, known } });
}
