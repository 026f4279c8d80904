import type { Company } from './company.ts';

/** What the simulated data centre holds when it is opened: the same customers, departments and projects as our book. */
export function kingdeeSeed({ book, departments, projects, customers }: Company): object {
  const account = (FNumber: string, FName: string, dimensions: readonly string[]) => ({
    FNumber,
    FName,
    FFullName: FName,
    FDC: '-1',
    dimensions,
  });
  return {
    books: [{ number: '001', name: book.name, startPeriod: Math.min(...book.years) * 100 + 1 }],
    // For the business key, by which we find our vouchers again.
    customFields: ['F_TZ_KEY'],
    BD_Account: [
      account('6001', '主营业务收入', ['部门', '项目']),
      account('6051', '其他业务收入', ['部门']),
    ],
    BD_Customer: customers.map(({ code, name }) => ({ FNumber: code, FName: name })),
    BD_Department: Object.entries(departments).map(([FNumber, FName]) => ({ FNumber, FName })),
    BOS_ASSISTANTDATA_DETAIL: Object.entries(projects).map(([FNumber, FDataValue]) => ({
      FNumber,
      FDataValue,
    })),
  };
}
