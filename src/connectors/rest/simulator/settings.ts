/** How a connection talks to the simulated system: parts of its settings. */

/** Its lists, page by page by a cursor. */
export const CURSOR = {
  query: { cursor: '{cursor}', size: '{size}', updated_since: '{since}' },
  items: 'data.rows',
  next: 'meta.next',
};

export const NOTES = {
  find: { path: '/notes/{externalId}', value: 'note.value' },
  send: { path: '/notes/{externalId}', method: 'PUT', body: { value: '{voucherNumber}' } },
};

export const VOUCHERS = {
  find: {
    path: '/vouchers',
    query: { reference: '{businessKey}' },
    items: 'data',
    key: 'reference',
    id: 'id',
    number: 'number',
  },
  create: {
    path: '/vouchers',
    body: {
      reference: '{businessKey}',
      date: '{date}',
      lines: {
        $each: 'lines',
        $item: {
          account: '{account}',
          debit: { $number: '{debit}' },
          credit: { $number: '{credit}' },
          customer: '{dimension.customer}',
        },
      },
    },
    id: 'data.id',
    number: 'data.number',
  },
};
