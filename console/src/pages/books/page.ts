import { BookOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

const books = definePage({
  path: '/books',
  title: words.title,
  // A cashier may look up accounts and yet keeps no ledger.
  permission: ['balances:read', 'vouchers:read', 'books:write'],
  menu: { group: 'ledger', icon: BookOutlined },
  keywords: 'ledger general accounts 总账 科目 余额 凭证 明细账 账簿 结账 仕訳 元帳',
  load: async () => (await import('./list/books-page.tsx')).BooksPage,
});

const book = definePage({
  path: '/books/:book',
  title: words.title,
  permission: ['balances:read', 'vouchers:read', 'books:write'],
  load: async () => (await import('./book-home.tsx')).BookHome,
});

const balances = definePage({
  path: '/books/:book/balances',
  title: words.balances,
  permission: 'balances:read',
  load: async () => (await import('./balances/balances-page.tsx')).BalancesPage,
});

const ledger = definePage({
  path: '/books/:book/ledger',
  title: words.ledger,
  permission: 'balances:read',
  load: async () => (await import('./ledger/ledger-page.tsx')).LedgerPage,
});

const vouchers = definePage({
  path: '/books/:book/vouchers',
  title: words.vouchers,
  permission: 'vouchers:read',
  load: async () => (await import('./vouchers/vouchers-page.tsx')).VouchersPage,
});

const voucher = definePage({
  path: '/books/:book/vouchers/:voucher',
  title: words.voucher,
  permission: 'vouchers:read',
  load: async () => (await import('./vouchers/voucher-page.tsx')).VoucherPage,
});

const print = definePage({
  path: '/books/:book/print',
  title: words.print,
  permission: 'vouchers:read',
  load: async () => (await import('./vouchers/print-page.tsx')).PrintPage,
});

const accounts = definePage({
  path: '/books/:book/accounts',
  title: words.accounts,
  permission: 'books:read',
  load: async () => (await import('./accounts/accounts-page.tsx')).AccountsPage,
});

const dimensions = definePage({
  path: '/books/:book/dimensions',
  title: words.dimensions,
  permission: 'books:read',
  load: async () => (await import('./master/dimensions-page.tsx')).DimensionsPage,
});

const rates = definePage({
  path: '/books/:book/rates',
  title: words.rates,
  permission: 'books:read',
  load: async () => (await import('./master/rates-page.tsx')).RatesPage,
});

const periods = definePage({
  path: '/books/:book/periods',
  title: words.periods,
  permission: 'books:read',
  load: async () => (await import('./periods/periods-page.tsx')).PeriodsPage,
});

const closing = definePage({
  path: '/books/:book/periods/:period',
  title: words.closing,
  permission: 'balances:read',
  load: async () => (await import('./periods/closing-page.tsx')).ClosingPage,
});

/** The ledger: every page under `/books`. */
export const bookPages = [
  ...[books, book, balances, ledger, vouchers, voucher],
  ...[print, accounts, dimensions, rates, periods, closing],
];
