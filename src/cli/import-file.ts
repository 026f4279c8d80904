import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFile as importInto } from '#pipeline/collect/import-file.ts';
import type { Command, CommandContext } from './command.ts';
import { unreadable } from './files.ts';
import { requireConnection } from './finders.ts';
import { followRun } from './follow-run.ts';
import { word } from './words.ts';

/** `tongzhang import <connection> <file>`: reads the file as a stream, then posts what it held. */
export const importFile: Command = {
  name: 'import',
  describe: {
    zh: '把文件导入一个连接，并把其中的记录入账',
    en: 'Import a file into a connection and post its records',
    ja: 'ファイルを接続に取り込み、記録を記帳',
  },
  takes: [
    { name: '<connection>', describe: { zh: '连接编码', en: 'code of the connection', ja: '接続のコード' } },
    { name: '<file>', describe: { zh: 'CSV、Excel 等文件', en: 'CSV, Excel, …', ja: 'CSV、Excel など' } },
  ],
  async run(context, input) {
    const services = await context.services();
    const connection = await requireConnection(services.database, input.argument('connection'));
    const path = input.argument('file');
    const size = await sizeOf(path);
    const { runId } = await importInto(services, {
      connectionId: connection.connection_id,
      source: { name: basename(path), bytes: watched(path, size, context) },
      startedBy: context.actor,
      signal: context.signal,
    });
    return followRun(context, runId);
  },
};

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* watched(
  path: string,
  size: number,
  { progress, language }: CommandContext,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes: Uint8Array = chunk;
    read += bytes.byteLength;
    progress(`${word('collected', language)} ${Math.floor((100 * read) / Math.max(1, size))} %`);
    yield bytes;
  }
}
