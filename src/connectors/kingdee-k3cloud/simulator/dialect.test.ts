import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from './dialect.ts';

const model = { Model: { FName: 'x' } };
const query = { FormId: 'BD_Customer', FieldKeys: 'FNumber' };
const text = JSON.stringify;

for (const [title, service, body, expected] of [
  ['positional, text', 'Save', { parameters: ['GL_VOUCHER', text(model)] }, ['GL_VOUCHER', model, '']],
  ['positional, object', 'Save', { parameters: ['GL_VOUCHER', model] }, ['GL_VOUCHER', model, '']],
  [
    'positional, parameters as text',
    'Save',
    { parameters: text(['GL_VOUCHER', model]) },
    ['GL_VOUCHER', model, ''],
  ],
  ['named, object', 'Save', { formid: 'GL_VOUCHER', data: model }, ['GL_VOUCHER', model, '']],
  ['named, text', 'Save', { formid: 'GL_VOUCHER', data: text(model) }, ['GL_VOUCHER', model, '']],
  ['named, capitals', 'Save', { FormId: 'GL_VOUCHER', Data: model }, ['GL_VOUCHER', model, '']],
  ['query, named', 'ExecuteBillQuery', { data: query }, ['BD_Customer', query, '']],
  ['query, named text', 'ExecuteBillQuery', { data: text(query) }, ['BD_Customer', query, '']],
  ['query, positional text', 'ExecuteBillQuery', { parameters: [text(query)] }, ['BD_Customer', query, '']],
  ['query, positional', 'BillQuery', { parameters: [query] }, ['BD_Customer', query, '']],
  ['metadata', 'QueryBusinessInfo', { data: query }, ['BD_Customer', query, '']],
  [
    'operation, named',
    'ExcuteOperation',
    { formid: 'BD_Customer', opNumber: 'Forbid', data: { Ids: '1' } },
    ['BD_Customer', { Ids: '1' }, 'Forbid'],
  ],
  [
    'operation, positional',
    'ExcuteOperation',
    { parameters: ['BD_Customer', 'Forbid', text({ Ids: '1' })] },
    ['BD_Customer', { Ids: '1' }, 'Forbid'],
  ],
  [
    'report',
    'GetSysReportData',
    { formid: 'GL_RPT_AccountBalance', data: model },
    ['GL_RPT_AccountBalance', model, ''],
  ],
  ['organisation', 'SwitchOrg', { data: { OrgNumber: '100' } }, ['', { OrgNumber: '100' }, '']],
  ['data that is no object', 'Save', { formid: 'GL_VOUCHER', data: 'x' }, ['GL_VOUCHER', {}, '']],
] as const) {
  test(`dialect: ${title}`, () => {
    const call = readCall(service, text(body));
    assert.deepEqual([call?.formId, call?.data, call?.operation], expected);
  });
}

for (const body of ['{', '[]', '7']) {
  test(`dialect: ${body} is no body`, () => assert.equal(readCall('Save', body), null));
}
