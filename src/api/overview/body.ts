import Type from 'typebox';
import { Amount, Code, Currency, orNull } from '#api/http/schemas.ts';

const Count = Type.Integer({ minimum: 0 });
const List = Type.String({ description: 'Address of the list that shows what is counted here' });
const Amounts = Type.Array(Type.Object({ currency: Currency, amount: Amount }));

/** How many of each thing; a record may be posted more than once, by a newer version or a replay. */
const COUNTS = {
  received: Count,
  posted: Count,
  held: Count,
  ignored: Count,
  delivered: Count,
  writtenBack: Count,
  stopped: Count,
};

const Figure = Type.Object({ count: Count, amounts: Amounts, list: List });
const Latency = Type.Object({
  count: Count,
  p50Ms: orNull(Type.Integer()),
  p95Ms: orNull(Type.Integer()),
});
const Backlog = Type.Object({ count: Count, oldestAt: orNull(Type.String()), list: List });
const ByCode = Type.Array(
  Type.Object({ code: Type.String(), title: Type.String(), count: Count, amounts: Amounts, list: List }),
);
const placed = (name: string) =>
  Type.Array(Type.Object({ [name]: Code, ...COUNTS, successRate: orNull(Type.Number()) }));

export const OverviewBody = Type.Object(
  {
    from: Type.String(),
    to: Type.String({ description: 'Not included' }),
    by: Type.Union([Type.Literal('hour'), Type.Literal('day')]),
    figures: Type.Object({
      received: Figure,
      posted: Figure,
      held: Figure,
      ignored: Figure,
      delivered: Figure,
      writtenBack: Figure,
      stopped: Figure,
    }),
    successRate: orNull(
      Type.Number({ description: 'Posted of all that was posted or held, 0–1; null where nothing was' }),
    ),
    latency: Type.Object({
      posted: Type.Object(Latency.properties, { description: 'From received to posted' }),
      delivered: Type.Object(Latency.properties, { description: 'From received to taken by the target' }),
    }),
    series: Type.Array(Type.Object({ at: Type.String(), ...COUNTS }), {
      description: 'Every step of the time, also those in which nothing happened',
    }),
    byConnection: placed('connection'),
    byFlow: placed('flow'),
    byBook: placed('book'),
    byCode: ByCode,
    now: Type.Object(
      {
        lane: Backlog,
        owed: Backlog,
        sending: Backlog,
        stopped: Backlog,
        exceptions: Type.Object({ ...Backlog.properties, amounts: Amounts, byCode: ByCode }),
      },
      { description: 'What waits at this moment, whatever the time asked for' },
    ),
  },
  { $id: 'Overview' },
);
