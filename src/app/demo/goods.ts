export interface Good {
  readonly sku: string;
  readonly title: string;
  /** Minor units, tax included. */
  readonly price: bigint;
  /** Percent of tax within the price. */
  readonly tax: number;
}

export type DemoCurrency = 'CNY' | 'USD' | 'JPY';

function good(sku: string, title: string, price: bigint, tax: number): Good {
  return { sku, title, price, tax };
}

/** At home: goods at 13 %, books and farm produce at 9 %, services at 6 %. Exports bear no tax. */
const GOODS: Readonly<Record<DemoCurrency, readonly Good[]>> = {
  CNY: [
    good('TEA-LJ250', '西湖龙井 250g', 26_800n, 13),
    good('TEA-BLC100', '碧螺春 100g 礼盒', 19_990n, 13),
    good('TEA-PE357', '普洱茶饼 357g', 33_333n, 13),
    good('TEA-MLH50', '茉莉花茶 50 袋', 4_590n, 13),
    good('POT-ZS01', '紫砂壶 “方圆”', 128_000n, 13),
    good('CUP-QC06', '青瓷茶杯 6 只', 8_888n, 13),
    good('PEN-FT02', '钢笔 F 尖', 15_701n, 13),
    good('NB-A5', '方格笔记本 A5', 1_999n, 13),
    good('BOOK-CJ', '《茶经》校注本', 4_850n, 9),
    good('BOOK-SF', '《书法字帖》楷书', 2_780n, 9),
    good('RICE-TEA', '玄米（配茶） 500g', 2_167n, 9),
    good('SVC-WRAP', '礼品包装', 1_500n, 6),
    good('SVC-CLASS', '茶艺体验课', 19_800n, 6),
  ],
  USD: [
    good('TEA-LJ250', 'Longjing tea 250 g', 5_495n, 0),
    good('POT-ZS01', 'Zisha teapot', 24_999n, 0),
    good('CUP-QC06', 'Celadon cups, set of 6', 1_799n, 0),
    good('NB-A5', 'Squared notebook A5', 649n, 0),
  ],
  JPY: [
    good('TEA-PE357', 'プーアル茶餅 357g', 7_980n, 0),
    good('CUP-QC06', '青磁茶杯 6客', 2_680n, 0),
    good('PEN-FT02', '万年筆 F', 4_333n, 0),
    good('NB-A5', '方眼ノート A5', 598n, 0),
  ],
};

/** What the shop sells to buyers who pay in this currency. */
export function goodsIn(currency: DemoCurrency): readonly Good[] {
  return GOODS[currency];
}

/** What freight may cost, in minor units; much is sent free of charge. */
export const FREIGHT: Readonly<Record<DemoCurrency, readonly bigint[]>> = {
  CNY: [0n, 0n, 0n, 800n, 1_200n, 1_550n],
  USD: [0n, 990n, 1_895n],
  JPY: [0n, 1_200n, 1_980n],
};

/** Percent of tax within freight at home: transport services sold with goods. */
export const FREIGHT_TAX = 6;
