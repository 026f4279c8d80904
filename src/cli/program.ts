import { CommanderError, Command as Program } from 'commander';
import { LANGUAGES, type Language } from '#core/trouble/message.ts';
import type { Command, CommandContext } from './command.ts';
import { Input, UsageError } from './input.ts';
import { jsonText } from './json-text.ts';
import { tellTrouble, troubleLines } from './trouble-text.ts';
import { word } from './words.ts';

export interface ProgramOptions {
  readonly commands: readonly Command[];
  readonly language: Language;
  readonly contextOf: (json: boolean) => CommandContext;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

const FAILED = 1;
const CALLED_WRONGLY = 2;

/** The language asked for by `--lang`, else the machine's, else Chinese. */
export function languageOf(args: readonly string[], machine: string | undefined): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  const wanted = (asked ?? machine ?? '').slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === wanted) ?? 'zh';
}

/** Runs the command that the arguments name and returns the exit code: 0 done, 1 refused or failed, 2 called wrongly. */
export async function runProgram(options: ProgramOptions, args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = newProgram('tongzhang', options).description(word('about', options.language));
  const groups = new Map<string, Program>();
  for (const command of options.commands) {
    addCommand(parentOf(program, command, groups, options), command, options, (code) => {
      exitCode = code;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : CALLED_WRONGLY;
  }
  return exitCode;
}

function newProgram(name: string, { language, write, writeError }: ProgramOptions): Program {
  return new Program(name)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: writeError })
    .configureHelp({ styleTitle: (title) => HELP_TITLES.get(title)?.[language] ?? title })
    .helpOption('-h, --help', word('help', language))
    .helpCommand(false);
}

const HELP_TITLES: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ['Usage:', { zh: '用法：', en: 'Usage:', ja: '使い方：' }],
  ['Arguments:', { zh: '参数：', en: 'Arguments:', ja: '引数：' }],
  ['Options:', { zh: '选项：', en: 'Options:', ja: 'オプション：' }],
  ['Commands:', { zh: '命令：', en: 'Commands:', ja: 'コマンド：' }],
]);

/** `flow check` hangs below `flow`, which is made when it is first needed. */
function parentOf(
  program: Program,
  { name }: Command,
  groups: Map<string, Program>,
  options: ProgramOptions,
): Program {
  const [group, own] = name.split(' ');
  if (group === undefined || own === undefined) return program;
  const known = groups.get(group);
  if (known) return known;
  const made = newProgram(group, options).description(word('group', options.language));
  groups.set(group, made);
  program.addCommand(made);
  return made;
}

function addCommand(
  parent: Program,
  command: Command,
  options: ProgramOptions,
  exit: (code: number) => void,
): void {
  const { language } = options;
  const own = newProgram(command.name.split(' ').at(-1)!, options).description(command.describe[language]);
  for (const { name, describe } of command.takes ?? []) own.argument(name, describe[language]);
  for (const { flags, describe, repeats } of command.options ?? []) {
    if (repeats) own.option(flags, describe[language], gather);
    else own.option(flags, describe[language]);
  }
  own
    .option('--json', word('jsonOption', language))
    .option('--lang <zh|en|ja>', word('langOption', language));
  own.action(async (...received: unknown[]) => {
    const names = (command.takes ?? []).map(({ name }) => name.replace(/[<>[\]]/g, ''));
    const takes = Object.fromEntries(names.map((name, i) => [name, textOrNothing(received[i])]));
    exit(await runCommand(command, options, new Input(takes, own.opts())));
  });
  // `tongzhang exceptions` alone lists them.
  parent.addCommand(own, { isDefault: command.name.endsWith(' list') });
}

function gather(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

async function runCommand(command: Command, options: ProgramOptions, input: Input): Promise<number> {
  const json = input.flag('json');
  try {
    const answer = await command.run(options.contextOf(json), input);
    if (answer === null) return 0;
    options.write(json ? jsonText(answer.json) : `${answer.text}\n`);
    return answer.ok === false ? FAILED : 0;
  } catch (error) {
    const told = tellTrouble(error, options.language);
    options.writeError(json ? jsonText({ error: told }) : `${troubleLines(told)}\n`);
    return error instanceof UsageError ? CALLED_WRONGLY : FAILED;
  }
}
