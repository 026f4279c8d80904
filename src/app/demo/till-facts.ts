import type { Dice } from '#app/dice.ts';
import { DAY_COUNT, demoDay } from './calendar.ts';
import type { Company, Till } from './company.ts';

export const PAYMENTS = ['cash', 'card', 'wechat', 'alipay'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** One receipt of a till, paid in one way or in several. Fen. */
export interface Receipt {
  readonly number: string;
  readonly till: Till;
  readonly day: string;
  readonly paid: Readonly<Record<Payment, bigint>>;
  /** Percent. */
  readonly tax: number;
}

const NOTHING: Receipt['paid'] = { cash: 0n, card: 0n, wechat: 0n, alipay: 0n };

/** What the tea shops sold: many small receipts, some paid in two ways, some taken back. */
export function drawTeaReceipts(dice: Dice, company: Company): Receipt[] {
  return eachDay(company, 'tea', (till, day, date) =>
    Array.from({ length: dice.whole(6, 14) }, (_, at) => {
      const number = `T${till.code}${date}${String(at + 1).padStart(3, '0')}`;
      return { number, till, day, tax: 6, paid: payTea(dice) };
    }),
  );
}

/** What the stationery shops sold: one row a sale and rate, some of four figures. */
export function drawPaperSales(dice: Dice, company: Company): Receipt[] {
  return eachDay(company, 'paper', (till, day, date) =>
    Array.from({ length: dice.whole(6, 12) }, (_, at) => {
      const number = `W${till.code}${date}${String(at + 1).padStart(3, '0')}`;
      const amount = BigInt(dice.chance(0.1) ? dice.whole(100_000, 480_000) : dice.whole(350, 48_000));
      return { number, till, day, tax: dice.pick([13, 13, 9]), paid: payOnce(dice, amount) };
    }),
  );
}

type DrawDay = (till: Till, day: string, date: string) => Receipt[];

function eachDay({ tills }: Company, brand: Till['brand'], draw: DrawDay): Receipt[] {
  return Array.from({ length: DAY_COUNT }, (_, offset) => demoDay(offset)).flatMap((day) =>
    tills.filter((till) => till.brand === brand).flatMap((till) => draw(till, day, day.replaceAll('-', ''))),
  );
}

function payTea(dice: Dice): Receipt['paid'] {
  const amount = BigInt(dice.whole(9, 90)) * 100n + BigInt(dice.pick([0, 0, 50, 90]));
  if (!dice.chance(0.1)) return payOnce(dice, amount);
  const [first, second] = dice.shuffle(PAYMENTS);
  return { ...NOTHING, [first ?? 'cash']: amount / 3n, [second ?? 'card']: amount - amount / 3n };
}

/** Money goes back the way it came, but never out of the cash box: the shops do not do that. */
function payOnce(dice: Dice, amount: bigint): Receipt['paid'] {
  const payment = dice.pick(['cash', 'card', 'wechat', 'wechat', 'alipay'] as const);
  const isReturn = payment !== 'cash' && dice.chance(0.03);
  return { ...NOTHING, [payment]: isReturn ? -amount : amount };
}
