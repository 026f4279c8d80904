import type { Call } from './dialect.ts';
import { CallError, MSG } from './envelope.ts';
import { BASE_FORMS } from './forms.ts';
import type { World } from './world.ts';

const VOUCHER_HEAD: Readonly<Record<string, string>> = {
  FAccountBookID: '账簿',
  FDate: '日期',
  FBUSDATE: '业务日期',
  FYEAR: '年度',
  FPERIOD: '期间',
  FVOUCHERGROUPID: '凭证字',
  FVOUCHERGROUPNO: '凭证号',
  FATTACHMENTS: '附件数',
  FDocumentStatus: '审核状态',
  FPOSTED: '过账',
  FInvalid: '作废',
  FCreateDate: '创建日期',
  FModifyDate: '修改日期',
  FAuditDate: '审核日期',
  FSourceBillKey: '来源单据',
};

const VOUCHER_ENTRY: Readonly<Record<string, string>> = {
  FEXPLANATION: '摘要',
  FACCOUNTID: '科目编码',
  FDetailID: '核算维度',
  FCURRENCYID: '币别',
  FEXCHANGERATETYPE: '汇率类型',
  FEXCHANGERATE: '汇率',
  FAMOUNTFOR: '原币金额',
  FDEBIT: '借方金额',
  FCREDIT: '贷方金额',
};

const MUST = new Set([
  'FAccountBookID',
  'FDate',
  'FVOUCHERGROUPID',
  'FEXPLANATION',
  'FACCOUNTID',
  'FCURRENCYID',
  'FNumber',
  'FName',
]);

/** `QueryBusinessInfo`: the fields of a form. The exact shape of the vendor's answer is not confirmed (README). */
export function businessInfo(world: World, { formId }: Call): object {
  const [name, pk, entities] = formId === 'GL_VOUCHER' ? voucherForm(world) : baseForm(formId);
  return {
    Result: {
      ResponseStatus: { IsSuccess: true, Errors: [], SuccessEntitys: [], SuccessMessages: [], MsgCode: 0 },
      NeedReturnData: {
        Id: formId,
        Name: text(name),
        PkFieldName: pk,
        Entrys: Object.entries(entities).map(([key, fields]) => ({
          Key: key,
          Name: text(key),
          Fields: Object.entries(fields).map(([field, title]) => fieldInfo(field, title)),
        })),
      },
    },
  };
}

type Form = readonly [
  name: string,
  pk: string,
  entities: Readonly<Record<string, Readonly<Record<string, string>>>>,
];

function voucherForm(world: World): Form {
  const custom = Object.fromEntries(world.seed.customFields.map((field) => [field, '业务键']));
  const slots = world.seed.dimensions.map(({ slot, name }) => [`FDETAILID__${slot}`, `核算维度.${name}`]);
  const head = { FVOUCHERID: '内码', [world.seed.dialect]: '单据编号', ...VOUCHER_HEAD, ...custom };
  return [
    '凭证',
    'FVOUCHERID',
    { FBillHead: head, FEntity: { ...VOUCHER_ENTRY, ...Object.fromEntries(slots) } },
  ];
}

function baseForm(formId: string): Form {
  const form = BASE_FORMS.get(formId);
  if (!form) throw new CallError(MSG.unknownField, '业务对象不存在');
  return [form.name, form.pk, { FBillHead: form.fields }];
}

function fieldInfo(key: string, title: string): object {
  return {
    Key: key,
    Name: text(title),
    PropertyName: key.replace(/^F/, ''),
    MustInput: MUST.has(key) ? 1 : 0,
  };
}

function text(value: string): object[] {
  return [{ Key: 2052, Value: value }];
}
