import type { Scalar } from './filter.ts';

/** One record of base data to begin with, by form. */
export interface SeedRecord {
  readonly form: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly dimensions?: readonly string[];
}

/** Where a dimension's values are kept and which slot of `FDetailID` carries it. Slots differ from tenant to tenant. */
export interface Dimension {
  readonly name: string;
  readonly slot: string;
  readonly form: string;
}

export const DIMENSIONS: readonly Dimension[] = [
  { name: '供应商', slot: 'FFLEX4', form: 'BD_Supplier' },
  { name: '部门', slot: 'FFLEX5', form: 'BD_Department' },
  { name: '客户', slot: 'FFLEX6', form: 'BD_Customer' },
  { name: '员工', slot: 'FFLEX7', form: 'BD_Empinfo' },
  { name: '物料', slot: 'FFLEX8', form: 'BD_MATERIAL' },
  { name: '费用项目', slot: 'FFLEX9', form: 'BD_Expense' },
  { name: '项目', slot: 'FF100002', form: 'BOS_ASSISTANTDATA_DETAIL' },
];

export const CHART = 'KMB01';

/** Code, name, balance side (D or C), dimensions it must carry. A parent is what remains without the last dotted part. */
const ACCOUNTS = `
1001 库存现金 D
1002 银行存款 D
1012 其他货币资金 D
1101 交易性金融资产 D
1121 应收票据 D 客户
1122 应收账款 D 客户
1123 预付账款 D 供应商
1131 应收股利 D
1132 应收利息 D
1221 其他应收款 D
1231 坏账准备 C
1401 材料采购 D
1402 在途物资 D
1403 原材料 D
1405 库存商品 D
1406 发出商品 D
1407 商品进销差价 C
1408 委托加工物资 D
1471 存货跌价准备 C
1511 长期股权投资 D
1601 固定资产 D
1602 累计折旧 C
1604 在建工程 D
1606 固定资产清理 D
1701 无形资产 D
1702 累计摊销 C
1801 长期待摊费用 D
1811 递延所得税资产 D
1901 待处理财产损溢 D
2001 短期借款 C
2201 应付票据 C 供应商
2202 应付账款 C 供应商
2203 预收账款 C 客户
2205 合同负债 C 客户
2211 应付职工薪酬 C
2221 应交税费 C
2221.01 应交增值税 C
2221.01.01 进项税额 C
2221.01.02 销项税额 C
2221.01.03 进项税额转出 C
2221.01.04 转出未交增值税 C
2221.02 未交增值税 C
2221.03 应交所得税 C
2221.04 应交城市维护建设税 C
2221.05 应交教育费附加 C
2221.06 应交个人所得税 C
2231 应付利息 C
2232 应付股利 C
2241 其他应付款 C
2501 长期借款 C
2801 预计负债 C
4001 实收资本 C
4002 资本公积 C
4101 盈余公积 C
4103 本年利润 C
4104 利润分配 C
5001 生产成本 D
5101 制造费用 D
6001 主营业务收入 C
6051 其他业务收入 C
6061 汇兑损益 C
6111 投资收益 C
6301 营业外收入 C
6401 主营业务成本 D
6402 其他业务成本 D
6403 税金及附加 D
6601 销售费用 D
6602 管理费用 D
6603 财务费用 D
6701 资产减值损失 D
6711 营业外支出 D
6801 所得税费用 D
6901 以前年度损益调整 C`;

const CURRENCIES = [
  ['PRE001', '人民币', 'CNY', 2],
  ['PRE002', '香港元', 'HKD', 2],
  ['PRE003', '欧元', 'EUR', 2],
  ['PRE004', '日本日圆', 'JPY', 0],
  ['PRE007', '美元', 'USD', 2],
] as const;

const WORDS = ['记', '收', '付', '转'];

/** Units of CNY for one unit, from the beginning of 2024. Invented. */
const RATES = [
  ['PRE002', 0.92],
  ['PRE003', 7.85],
  ['PRE004', 0.048],
  ['PRE007', 7.12],
] as const;

/** What every fresh simulator holds: one book with the chart, words, currencies and rates that commerce needs. */
export function builtInRecords(): SeedRecord[] {
  const record = (form: string, number: string, fields: SeedRecord['fields']): SeedRecord => ({
    form,
    number,
    fields,
  });
  return [
    record('ORG_Organizations', '100', { FName: '总公司' }),
    record('ORG_Organizations', '200', { FName: '分公司' }),
    ...CURRENCIES.map(([number, FName, FCODE, FAMOUNTDIGITS]) =>
      record('BD_Currency', number, { FName, FCODE, FAMOUNTDIGITS }),
    ),
    ...WORDS.map((FName, at) => record('BD_VoucherGroup', `PRE00${at + 1}`, { FName })),
    record('BD_RateType', 'HLTX01_SYS', { FName: '固定汇率' }),
    record('BD_RateType', 'HLTX02_SYS', { FName: '即期汇率' }),
    ...RATES.map(([from, rate], at) =>
      record('BD_Rate', `RATE${at + 1}`, {
        FRATETYPEID: 'HLTX01_SYS',
        FCyForID: from,
        FCyToID: 'PRE001',
        FExchangeRate: rate,
        FBegDate: '2024-01-01T00:00:00',
        FEndDate: '2099-12-31T00:00:00',
      }),
    ),
    ...ACCOUNTS.trim().split('\n').map(accountRecord),
  ];
}

function accountRecord(line: string): SeedRecord {
  const [number = '', name = '', side, ...dimensions] = line.split(' ');
  const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null;
  const fields = {
    FName: name,
    FFullName: name,
    FDC: side === 'D' ? '1' : '-1',
    FACCTTBLID: CHART,
    FPARENTID: parent,
  };
  const money = { FISCASH: number === '1001', FISBANK: number === '1002' };
  return { form: 'BD_Account', number, fields: { ...fields, ...money }, dimensions };
}
