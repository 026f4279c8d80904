/** What the simulator knows about a form of base data: its key field and the names of its other fields. */
export interface BaseForm {
  readonly id: string;
  readonly name: string;
  readonly pk: string;
  /** Field → its Chinese name. A reference can be asked for as `Key.FNumber` and `Key.FName`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly references: readonly string[];
  /** Saved, submitted and audited like a document, or there from the beginning. */
  readonly must?: readonly string[];
}

const ORG_FIELDS = ['FCreateOrgId', 'FUseOrgId'] as const;

/** Fields that every base-data form has. */
const COMMON_FIELDS: Readonly<Record<string, string>> = {
  FNumber: '编码',
  FName: '名称',
  FDescription: '描述',
  FDocumentStatus: '数据状态',
  FForbidStatus: '禁用状态',
  FCreateOrgId: '创建组织',
  FUseOrgId: '使用组织',
  FCreateDate: '创建日期',
  FModifyDate: '修改日期',
  FAuditDate: '审核日期',
};

function form(id: string, name: string, pk: string, extra: Partial<BaseForm> = {}): BaseForm {
  const references = [...ORG_FIELDS, ...(extra.references ?? [])];
  return { id, name, pk, ...extra, references, fields: { [pk]: '内码', ...COMMON_FIELDS, ...extra.fields } };
}

const FORMS: readonly BaseForm[] = [
  form('BD_Account', '科目', 'FACCTID', {
    fields: {
      FFullName: '科目全名',
      FDC: '余额方向',
      FACCTTBLID: '科目表',
      FPARENTID: '上级科目',
      FISDETAIL: '是否明细科目',
      FLEVEL: '级次',
      FFlEXITEMPROPERTYID: '核算维度',
      FInputType: '录入方式',
      FISCASH: '现金科目',
      FISBANK: '银行科目',
    },
    references: ['FACCTTBLID', 'FPARENTID', 'FFlEXITEMPROPERTYID'],
    must: ['FACCTTBLID'],
  }),
  form('BD_AccountBook', '账簿', 'FBOOKID', {
    fields: { FCURRENCYID: '记账本位币' },
    references: ['FCURRENCYID'],
  }),
  form('BD_Customer', '客户', 'FCUSTID', {
    fields: { FShortName: '简称', FSOCIALCRECODE: '统一社会信用代码', FGroup: '客户分组' },
    references: ['FGroup'],
  }),
  form('BD_Supplier', '供应商', 'FSupplierId', {
    fields: { FShortName: '简称', FGroup: '供应商分组' },
    references: ['FGroup'],
  }),
  form('BD_Department', '部门', 'FDEPTID', {
    fields: { FFullName: '部门全称', FParentID: '上级部门' },
    references: ['FParentID'],
  }),
  form('BD_Empinfo', '员工', 'FID', { fields: { FStaffNumber: '员工编号' } }),
  form('BD_Expense', '费用项目', 'FEXPID'),
  form('BD_MATERIAL', '物料', 'FMATERIALID'),
  form('BOS_ASSISTANTDATA_DETAIL', '辅助资料', 'FEntryID', {
    fields: { FDataValue: '名称', FId: '类别' },
    references: ['FId'],
  }),
  form('BD_Currency', '币别', 'FCURRENCYID', { fields: { FCODE: '货币代码', FAMOUNTDIGITS: '金额精度' } }),
  form('BD_RateType', '汇率类型', 'FRATETYPEID'),
  form('BD_Rate', '汇率体系', 'FRATEID', {
    fields: {
      FRATETYPEID: '汇率类型',
      FCyForID: '原币',
      FCyToID: '目标币',
      FExchangeRate: '直接汇率',
      FBegDate: '生效日期',
      FEndDate: '失效日期',
    },
    references: ['FRATETYPEID', 'FCyForID', 'FCyToID'],
  }),
  form('BD_VoucherGroup', '凭证字', 'FVCHGROUPID'),
  form('ORG_Organizations', '组织机构', 'FORGID'),
];

/** Base-data forms by the id they are registered under; the spelling counts. */
export const BASE_FORMS: ReadonlyMap<string, BaseForm> = new Map(FORMS.map((each) => [each.id, each]));

/** Forms whose records every organisation sees. */
export const SHARED_FORMS: ReadonlySet<string> = new Set([
  'BD_AccountBook',
  'BD_Currency',
  'BD_RateType',
  'BD_VoucherGroup',
  'ORG_Organizations',
  'BD_Account',
]);
