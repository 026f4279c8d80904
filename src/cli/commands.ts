import { checkpointsKey } from './checkpoints/key.ts';
import { checkpointsWrite } from './checkpoints/write.ts';
import { clientCreate } from './client/create.ts';
import { clientDisable } from './client/disable.ts';
import { clientList } from './client/list.ts';
import { clientRotateSecret } from './client/rotate-secret.ts';
import type { Command } from './command.ts';
import { deliveriesList } from './deliveries/list.ts';
import { deliveriesRedrive } from './deliveries/redrive.ts';
import { exceptionsDismiss } from './exceptions/dismiss.ts';
import { exceptionsList } from './exceptions/list.ts';
import { exceptionsRelease } from './exceptions/release.ts';
import { exceptionsReplay } from './exceptions/replay.ts';
import { flowCheck } from './flow/check.ts';
import { flowDryRun } from './flow/dry-run.ts';
import { flowList } from './flow/list.ts';
import { flowPublish } from './flow/publish.ts';
import { flowSave } from './flow/save.ts';
import { flowShow } from './flow/show.ts';
import { importFile } from './import-file.ts';
import { addYear } from './ledger/add-year.ts';
import { balances } from './ledger/balances.ts';
import { closePeriod, openPeriod } from './ledger/change-period.ts';
import { vouchers } from './ledger/vouchers.ts';
import { personLink } from './person/link.ts';
import { personList } from './person/list.ts';
import { reconcile } from './reconcile.ts';
import { records } from './records.ts';
import { runFlow } from './run-flow.ts';
import { runs } from './runs.ts';
import { setUpLink } from './set-up-link.ts';
import { simulate } from './simulate.ts';
import { status } from './status.ts';
import { trace } from './trace/trace.ts';
import { verify } from './verify.ts';

/** Every command that stands on the services alone. `app` adds those that start processes. */
export const commands: readonly Command[] = [
  simulate,
  status,
  flowList,
  flowShow,
  flowCheck,
  flowSave,
  flowPublish,
  flowDryRun,
  importFile,
  runFlow,
  runs,
  records,
  trace,
  exceptionsList,
  exceptionsRelease,
  exceptionsReplay,
  exceptionsDismiss,
  vouchers,
  balances,
  addYear,
  closePeriod,
  openPeriod,
  deliveriesList,
  deliveriesRedrive,
  personList,
  personLink,
  setUpLink,
  reconcile,
  clientList,
  clientCreate,
  clientDisable,
  clientRotateSecret,
  verify,
  checkpointsKey,
  checkpointsWrite,
];
