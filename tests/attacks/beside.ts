import type { Item } from './items.ts';

/** What the items say little of, and attackers do. */
export const BESIDE: readonly Item[] = [
  {
    ids: ['3.5.1'],
    attacked: 'a person’s session, by pages of other sites',
    proved: {
      'tests/attacks/cross-site.test.ts': [
        'cross-site: no page of another site',
        'cross-site: nobody is signed in',
      ],
      'src/api/sign-in/session.test.ts': ['nothing is changed by a page of another site'],
    },
  },
  {
    ids: ['1.2.1'],
    attacked: 'whoever reads a record in the console',
    proved: { 'tests/attacks/stored-script.test.ts': ['stored script: '] },
  },
  {
    ids: ['1.2.10'],
    attacked: 'whoever opens an export in a spreadsheet',
    proved: {
      'src/api/exports/exports.test.ts': ['what is written reads back'],
      'src/api/audit/audit.test.ts': ['audit: exported as CSV, nothing in it is a formula'],
    },
  },
  {
    ids: ['5.2.3'],
    attacked: 'memory, by files that grow when they are opened',
    proved: {
      'src/connectors/spreadsheet/hostile.test.ts': ['hostile: '],
      'tests/attacks/injection.test.ts': ['injection: what grows'],
    },
  },
  {
    ids: ['5.3.2'],
    attacked: 'files beside the console’s',
    proved: { 'src/api/console-files.test.ts': ['console: … leads nowhere'] },
  },
];
