import { textAt, valueAt } from '#connectors/kit/json.ts';
import { type Journal, openJournal } from '#connectors/kit/simulator-journal.ts';
import { readBaseLine } from './base-line.ts';
import { type BaseRecord, BaseTable } from './base-table.ts';
import { serverTime } from './clock.ts';
import { BASE_FORMS } from './forms.ts';
import type { SeedRecord } from './seed-data.ts';
import type { Seed } from './seed-file.ts';
import { readVoucherLine, type SimVoucher, voucherLine } from './voucher.ts';
import { VoucherTable } from './voucher-table.ts';

/** Everything a data centre holds. Whatever changes is on disk before the caller is answered. */
export class World {
  readonly seed: Seed;
  readonly vouchers = new VoucherTable();
  /** Vouchers somebody else has open for editing. */
  readonly locked = new Set<number>();
  /** Digests of the bodies that were sent with `ValidateRepeatJson` and taken. */
  readonly repeated = new Set<string>();
  readonly #tables: ReadonlyMap<string, BaseTable>;
  readonly #voucherJournal: Journal;
  readonly #baseJournal: Journal;
  #unwritten: object[] = [];
  #lastId = 100000;
  #lastTime = '';
  #parents: ReadonlySet<string> | undefined;

  constructor(seed: Seed, store: string | undefined) {
    this.seed = seed;
    this.#tables = new Map([...BASE_FORMS].map(([id, form]) => [id, new BaseTable(form)]));
    this.#voucherJournal = openJournal(store, 'vouchers');
    this.#baseJournal = openJournal(store, 'base-data');
    for (const line of this.#baseJournal.lines) this.#restoreBase(line);
    for (const line of this.#voucherJournal.lines) this.#restoreVoucher(line);
    this.#plant();
  }

  table(form: string): BaseTable {
    const table = this.#tables.get(form);
    if (!table) throw new Error(`no form ${form}`);
    return table;
  }

  /** Server time; it never goes back, so that a later change never sorts before an earlier one. */
  now(): string {
    const time = serverTime(Date.now());
    if (time > this.#lastTime) this.#lastTime = time;
    return this.#lastTime;
  }

  /** Accounts that others stand below; nothing is posted on them. */
  parents(): ReadonlySet<string> {
    this.#parents ??= new Set(
      [...this.table('BD_Account').all()].map(({ fields }) => String(fields.FPARENTID ?? '')),
    );
    return this.#parents;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  putVoucher(voucher: SimVoucher): void {
    this.vouchers.put(voucher);
    this.#unwritten.push(voucherLine(voucher));
  }

  removeVoucher(voucher: SimVoucher): void {
    this.vouchers.remove(voucher);
    this.#unwritten.push(voucherLine(voucher, true));
  }

  /** Writes what a request changed in one go; called before its answer leaves. */
  flush(): void {
    this.#voucherJournal.append(this.#unwritten);
    this.#unwritten = [];
  }

  putBase(form: string, record: BaseRecord): void {
    this.table(form).put(record);
    this.#parents = undefined;
    this.#baseJournal.append([{ form, ...record }]);
  }

  removeBase(form: string, record: BaseRecord): void {
    this.table(form).remove(record);
    this.#baseJournal.append([{ form, ...record, deleted: true }]);
  }

  close(): void {
    this.#voucherJournal.close();
    this.#baseJournal.close();
  }

  #restoreBase(line: unknown): void {
    const record = readBaseLine(line);
    this.#sawId(record.id);
    if (valueAt(line, 'deleted') === true) this.table(textAt(line, 'form')).remove(record);
    else this.table(textAt(line, 'form')).put(record);
  }

  #restoreVoucher(line: unknown): void {
    const { voucher, deleted } = readVoucherLine(line);
    this.#sawId(Math.max(voucher.id, ...voucher.entries.map((entry) => entry.id)));
    if (deleted) this.vouchers.remove(voucher);
    else this.vouchers.put(voucher);
  }

  #sawId(id: number): void {
    this.#lastId = Math.max(this.#lastId, id);
  }

  /** Base data of the seed; what the store already holds stays as it is. */
  #plant(): void {
    for (const book of this.seed.books) {
      this.#plantOne({
        form: 'BD_AccountBook',
        number: book.number,
        fields: { FName: book.name, FCURRENCYID: 'PRE001' },
      });
    }
    const last = new Map(this.seed.records.map((record) => [`${record.form} ${record.number}`, record]));
    for (const record of last.values()) this.#plantOne(record);
  }

  #plantOne({ form, number, fields, dimensions = [] }: SeedRecord): void {
    const table = this.table(form);
    if (table.byNumber(number)) return;
    const at = this.now();
    const stamps = { createdAt: at, modifiedAt: at, auditedAt: at };
    const dates = {
      status: 'C' as const,
      forbid: 'A' as const,
      org: String(fields.FUseOrgId ?? '100'),
      ...stamps,
    };
    table.put({ id: this.nextId(), number, fields, dimensions, ...dates });
  }
}
