import type { Schemas } from '#console/api/paths.ts';

export type Period = Schemas['PeriodWithVouchers'];
export type Account = Schemas['Account'];
