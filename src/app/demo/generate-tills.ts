import { makeDice } from '#app/dice.ts';
import type { Company } from './company.ts';
import { drawPaperSales, drawTeaReceipts } from './till-facts.ts';
import { paperText, teaWorkbook } from './till-files.ts';
import { truthOfTills } from './till-truth.ts';
import type { VoucherTruth } from './truth.ts';

export interface TillFile {
  readonly connection: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface GeneratedTills {
  readonly files: readonly TillFile[];
  readonly truth: readonly VoucherTruth[];
}

/** Sixty days of two brands' tills, each as its own kind of spreadsheet, and the vouchers they must become. */
export async function generateTills(company: Company, seed: number): Promise<GeneratedTills> {
  const dice = makeDice(seed + 1);
  const tea = drawTeaReceipts(dice, company);
  const paper = drawPaperSales(dice, company);
  return {
    files: [
      {
        connection: 'till-tea',
        name: '茶饮门店销售明细.xlsx',
        bytes: await teaWorkbook(tea),
        rows: tea.length,
      },
      {
        connection: 'till-paper',
        name: '文具门店销售流水.csv',
        bytes: paperText(paper),
        rows: paper.length,
      },
    ],
    truth: [...truthOfTills(tea), ...truthOfTills(paper)],
  };
}
