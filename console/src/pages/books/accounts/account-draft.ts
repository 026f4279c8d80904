import type { Schemas } from '#console/api/paths.ts';
import type { Account } from '#console/pages/books/book-types.ts';

type AccountInput = Schemas['AccountInput'];

/** An account as the form has it: every dimension with how it is used. */
export interface AccountDraft {
  readonly isNew: boolean;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly ja: string;
  readonly parentCode: string | null;
  readonly class: Account['class'];
  readonly side: Account['side'];
  readonly dimensions: Readonly<Record<string, 'must' | 'may' | 'no'>>;
  readonly cash: 'cash' | 'bank' | 'no';
  readonly quantity: boolean;
  readonly enabled: boolean;
  readonly element: string | null;
}

/** An account that exists, to be changed. */
export function draftOf(account: Account): AccountDraft {
  const { code, name, parentCode = null, element = null } = account;
  return {
    isNew: false,
    code,
    ...name,
    parentCode,
    class: account.class,
    side: account.side,
    dimensions: account.dimensions ?? {},
    cash: account.cash ?? 'no',
    quantity: account.quantity ?? false,
    enabled: account.enabled ?? true,
    element,
  };
}

/** A new account below another, taking after it; without one, at the top. */
export function draftBelow(parent: Account | null): AccountDraft {
  const like = parent === null ? null : draftOf(parent);
  return {
    isNew: true,
    code: parent === null ? '' : `${parent.code}.`,
    zh: '',
    en: '',
    ja: '',
    parentCode: parent?.code ?? null,
    class: like?.class ?? 'asset',
    side: like?.side ?? 'debit',
    dimensions: like?.dimensions ?? {},
    cash: like?.cash ?? 'no',
    quantity: like?.quantity ?? false,
    enabled: true,
    element: null,
  };
}

/** The draft with what the form says. Dimensions the form does not offer, since they have no values yet, stay as they are. */
export function changed(draft: AccountDraft, values: Partial<AccountDraft>): AccountDraft {
  const { parentCode = null, dimensions } = values;
  return { ...draft, ...values, parentCode, dimensions: { ...draft.dimensions, ...dimensions } };
}

/** The account as the hub takes it; names that were left out are as the Chinese one. */
export function inputOf(draft: AccountDraft): AccountInput {
  const used = Object.entries(draft.dimensions).flatMap(([name, use]) =>
    use === 'no' ? [] : [[name, use] as const],
  );
  return {
    code: draft.code,
    name: { zh: draft.zh, en: draft.en || draft.zh, ja: draft.ja || draft.zh },
    parentCode: draft.parentCode,
    class: draft.class,
    side: draft.side,
    dimensions: Object.fromEntries(used),
    cash: draft.cash === 'no' ? null : draft.cash,
    quantity: draft.quantity,
    enabled: draft.enabled,
    element: draft.element,
  };
}
