import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Simulator, SimulatorOptions } from '#connectors/kit/connector.ts';
import type { Language } from '#core/trouble/message.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { Command } from './command.ts';
import { UsageError } from './input.ts';
import { languageOf, runProgram } from './program.ts';
import { simulate } from './simulate.ts';

const describe = { zh: '说明', en: 'about', ja: '説明' };

const echo: Command = {
  name: 'echo',
  describe,
  takes: [
    { name: '<text>', describe },
    { name: '[more]', describe },
  ],
  options: [
    { flags: '--count <n>', describe },
    { flags: '--tag <t>', describe, repeats: true },
    { flags: '--loud', describe },
  ],
  run: async (_, input) => ({
    json: {
      text: input.argument('text'),
      more: input.text('more'),
      count: input.integer('count'),
      tags: input.list('tag'),
      loud: input.flag('loud'),
      id: 12n,
    },
    text: input.argument('text'),
    ok: input.argument('text') !== 'unwell',
  }),
};

const fail = (name: string, error: unknown): Command => ({
  name,
  describe,
  run: () => Promise.reject(error),
});

const started: SimulatorOptions[] = [];
const fake: Simulator = {
  name: 'fake',
  faults: { late: 'answers late' },
  start: async (options) => {
    started.push(options);
    return { url: 'http://127.0.0.1:1/', credentials: { key: 'k' }, close: async () => undefined };
  },
};

const COMMANDS: readonly Command[] = [
  echo,
  fail('things refuse', new RefusalError({ code: 'cli_flow_unknown', params: { name: 'x' } })),
  fail('things list', new Fault('database_unreachable', { retry: { kind: 'retry' } })),
  fail('things misuse', new UsageError({ code: 'cli_nothing_chosen' })),
  fail('things bug', new Error('fell over', { cause: new Error('inside') })),
  simulate,
];

async function call(line: string, language: Language = 'en') {
  let out = '';
  let errors = '';
  const write = (text: string) => {
    out += text;
  };
  const code = await runProgram(
    {
      commands: COMMANDS,
      language,
      write,
      writeError: (text) => {
        errors += text;
      },
      contextOf: (json) => ({
        language,
        json,
        actor: 'cli:test',
        signal: AbortSignal.abort(),
        sleep: async () => undefined,
        connectors: [],
        simulators: [fake],
        services: () => Promise.reject(new Error('no services here')),
        write,
        progress: () => undefined,
      }),
    },
    line.split(' ').filter(Boolean),
  );
  return { code, out, errors };
}

// line, exit code, what stdout begins with, what stderr holds
for (const [line, code, out, errors] of [
  ['echo hello', 0, 'hello\n', ''],
  ['echo unwell', 1, 'unwell\n', ''],
  [
    'echo hello --json',
    0,
    '{"text":"hello","more":null,"count":null,"tags":[],"loud":false,"id":"12"}\n',
    '',
  ],
  [
    'echo a b --count 3 --tag x --tag y --loud --json',
    0,
    '{"text":"a","more":"b","count":3,"tags":["x","y"],"loud":true,"id":"12"}\n',
    '',
  ],
  ['echo a --count many', 2, '', '[cli_number_expected]'],
  ['echo', 2, '', "missing required argument 'text'"],
  ['echo a --what', 2, '', "unknown option '--what'"],
  ['nothing', 2, '', "unknown command 'nothing'"],
  ['', 2, '', 'Usage: tongzhang'],
  ['--help', 0, 'Usage: tongzhang', ''],
  ['echo --help', 0, 'Usage: tongzhang echo', ''],
  ['things refuse', 1, '', 'There is no flow with the code "x"'],
  ['things refuse --json', 1, '', '{"error":{"code":"cli_flow_unknown","at":null,"title":"There is no flow'],
  ['things', 1, '', '[database_unreachable]'],
  ['things misuse', 2, '', '[cli_nothing_chosen]'],
  ['things bug', 1, '', 'fell over (inside)'],
  [
    'simulate fake --port 7 --seed 3 --fault late=0.5 --store s',
    0,
    '{"url":"http://127.0.0.1:1/","credentials":{"key":"k"}}\n',
    '',
  ],
  ['simulate other', 2, '', 'There are: fake.'],
  ['simulate fake --fault late=2', 2, '', '[cli_fault_unknown]'],
  ['simulate fake --fault loud=0.1', 2, '', '[cli_fault_unknown]'],
] as const) {
  test(`program: ${line || '(nothing)'} → ${code}`, async () => {
    const called = await call(line);
    assert.equal(called.code, code, called.errors);
    assert.ok(called.out.startsWith(out), called.out);
    assert.ok(out !== '' || called.out === '', called.out);
    assert.ok(called.errors.includes(errors), called.errors);
  });
}

test('program: help speaks the language that was asked for', async () => {
  assert.match((await call('echo --help', 'zh')).out, /用法：[\s\S]*说明[\s\S]*选项：/);
  assert.match((await call('--help', 'ja')).out, /使い方：[\s\S]*コマンド：/);
});

test('simulate: hands its options on', async () => {
  started.length = 0;
  await call('simulate fake --port 7 --seed 3 --fault late=0.5 --store s --seed-file f');
  assert.deepEqual(started, [{ faults: { late: 0.5 }, port: 7, seed: 3, store: 's', seedFile: 'f' }]);
});

for (const [args, machine, language] of [
  [[], undefined, 'zh'],
  [[], 'C.UTF-8', 'zh'],
  [[], 'en_US.UTF-8', 'en'],
  [[], 'ja_JP', 'ja'],
  [['status', '--lang', 'en'], 'ja_JP', 'en'],
  [['status', '--lang=ja'], 'en_US', 'ja'],
  [['status', '--lang', 'fr'], 'en_US', 'zh'],
] as const) {
  test(`language: ${args.join(' ')} on ${machine} is ${language}`, () => {
    assert.equal(languageOf(args, machine), language);
  });
}
