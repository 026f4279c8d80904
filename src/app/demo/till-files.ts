import iconv from 'iconv-lite';
import { minorText } from './minor.ts';
import { PAYMENTS, type Payment, type Receipt } from './till-facts.ts';

const TEA_COLUMNS = ['营业日期', '门店', '小票号', '实收', '现金', '银行卡', '微信', '支付宝', '收银员'];

/** The tea shops' export: a title, a line about the export, a header, dates as Excel dates, amounts as numbers. */
export async function teaWorkbook(receipts: readonly Receipt[]): Promise<Uint8Array> {
  // Every command loads this file, and only the demo makes workbooks.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('销售明细');
  sheet.addRow(['青禾茶饮 销售明细表']);
  sheet.addRow(['门店：全部', '', '导出人：店长']);
  sheet.addRow(TEA_COLUMNS);
  for (const { day, till, number, paid } of receipts) {
    const cells = PAYMENTS.map((payment) => (paid[payment] === 0n ? null : yuan(paid[payment])));
    const row = sheet.addRow([
      new Date(`${day}T00:00:00Z`),
      till.code,
      number,
      yuan(totalOf(paid)),
      ...cells,
      '店长',
    ]);
    row.getCell(1).numFmt = 'yyyy-mm-dd';
  }
  const total = receipts.reduce((sum, { paid }) => sum + totalOf(paid), 0n);
  sheet.addRow(['合计', '', '', yuan(total)]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const PAYMENT_NAMES: Readonly<Record<Payment, string>> = {
  cash: '现金',
  card: '刷卡',
  wechat: '微信支付',
  alipay: '支付宝',
};

/** The stationery shops' export: GBK text with thousands commas, a heading above and totals below. */
export function paperText(receipts: readonly Receipt[]): Uint8Array {
  const rows = receipts.map(({ day, till, number, paid, tax }) => {
    const payment = PAYMENTS.find((each) => paid[each] !== 0n) ?? 'cash';
    const date = day.replaceAll('-', '/').replaceAll('/0', '/');
    return `${date},${till.name},${number},${tax}%,"${grouped(paid[payment])}",${PAYMENT_NAMES[payment]}`;
  });
  const total = receipts.reduce((sum, { paid }) => sum + totalOf(paid), 0n);
  const lines = [
    '青禾文具 门店销售流水',
    '导出时间：2026-10-23 09:00:00',
    '',
    '日期,店铺名称,流水号,税率,含税金额,收款方式',
    ...rows,
    `合计,,,,"${grouped(total)}",`,
    `共${receipts.length}笔`,
  ];
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'gbk');
}

function totalOf(paid: Receipt['paid']): bigint {
  return PAYMENTS.reduce((sum, payment) => sum + paid[payment], 0n);
}

/** A spreadsheet holds amounts as binary fractions, whatever one would like; reading them back is the hub's affair. */
function yuan(fen: bigint): number {
  return Number(minorText(fen, 'CNY'));
}

function grouped(fen: bigint): string {
  const [whole = '', fraction = ''] = minorText(fen, 'CNY').split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
