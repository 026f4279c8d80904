import type { CommandContext } from '#cli/command.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import type { Figures } from '#storage/figures.ts';

const CELLS = 12;
const PLAIN_EVERY_MS = 2_000;

/**
 * Says how far the demo is: on one line that moves where somebody watches, else a line now and then, so that a log shows
 * it too.
 */
export function makeShow({ json, progress }: CommandContext): (text: string) => void {
  if (json || process.stderr.isTTY) return progress;
  let saidAt = 0;
  return (text) => {
    if (performance.now() - saidAt < PLAIN_EVERY_MS) return;
    saidAt = performance.now();
    process.stderr.write(`${text}\n`);
  };
}

/** How far it is, on one line: posted, delivered, written back. */
export function progressText(
  figures: Figures,
  expected: { readonly vouchers: number; readonly marks: number },
  language: Language,
): string {
  return [
    `${DOING.posting[language]} ${bar(figures.vouchers, expected.vouchers)}`,
    `${DOING.delivering[language]} ${bar(figures.delivered, expected.vouchers)}`,
    `${DOING.writingBack[language]} ${bar(figures.writtenBack, expected.marks)}`,
  ].join('  ');
}

function bar(done: number, expected: number): string {
  const full = Math.min(CELLS, Math.floor((done * CELLS) / Math.max(1, expected)));
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${done}`;
}

/** What the demo is at. */
export const DOING = {
  preparing: { zh: '准备演示数据', en: 'preparing the demo', ja: 'デモを準備中' },
  starting: { zh: '启动数据库', en: 'starting the database', ja: 'データベースを起動中' },
  collecting: { zh: '采集网店订单', en: 'collecting orders', ja: '注文を収集中' },
  importing: { zh: '导入', en: 'importing', ja: '取り込み中' },
  posting: { zh: '记账', en: 'posted', ja: '記帳' },
  delivering: { zh: '送达', en: 'delivered', ja: '送信' },
  writingBack: { zh: '回写', en: 'written back', ja: '書き戻し' },
  proving: { zh: '验证', en: 'proving', ja: '検証中' },
} as const satisfies Readonly<Record<string, Text>>;
