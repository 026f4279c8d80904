import { findVocabularyField } from '#core/documents/vocabulary.ts';
import { OWN_TITLE } from '#core/trouble/catalogue.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Grant, Showing } from './principal.ts';

export type Shown = 'plain' | Showing;

/** What stands where a value is not shown. */
export const DOTS = '•••';

const STRICTNESS: readonly Shown[] = ['plain', 'totals', 'masked', 'hidden'];

/**
 * How fields are shown to somebody: within a grant the strictest rule counts, between the grants that cover a kind the
 * most open one. Pure; every place that shows a document, a voucher or a figure asks here.
 */
export class Mask {
  readonly #grants: readonly Pick<Grant, 'kinds' | 'fields'>[];

  constructor(grants: readonly Pick<Grant, 'kinds' | 'fields'>[]) {
    this.#grants = grants;
  }

  /** No rule at all: nothing needs to be looked at. */
  get isClear(): boolean {
    return this.#grants.some(({ kinds, fields }) => kinds === null && fields.length === 0);
  }

  /** A field of one kind of document. `*` in a rule leaves out the number, by which people speak of a document. */
  field(kind: string, field: string): Shown {
    return this.#of(kind, (one) => one === field || (one === '*' && field !== 'number'));
  }

  /** A field of a document's head, where an amount that is only shown added up is such a sum. */
  head(kind: string, field: string): Exclude<Shown, 'totals'> {
    const shown = this.field(kind, field);
    if (shown !== 'totals') return shown;
    return isAmount(field) ? 'plain' : 'masked';
  }

  /** The number of a document as it is shown. */
  number({ kind, number }: { readonly kind: string; readonly number: string }): string {
    return this.field(kind, 'number') === 'plain' ? number : DOTS;
  }

  /** Whether the lines of a kind of document are shown: where something is only shown added up, none is. */
  hasLines(kind: string): boolean {
    return !this.#fieldsNamed().some((field) => this.field(kind, field) === 'totals');
  }

  /** Whether anything of these kinds is not shown as it is: then nobody may see their raw bytes. */
  touches(kinds: readonly string[]): boolean {
    return this.#grants.length === 0 || this.#strictest(kinds, () => true) !== 'plain';
  }

  /** Amounts of what was made of these kinds, a voucher for one, where it is not known which field each came from. */
  amounts(kinds: readonly string[]): Shown {
    return this.#strictest(kinds, mayBeAmount);
  }

  /** The same for names, texts and dimensions. */
  texts(kinds: readonly string[]): Shown {
    return this.#strictest(kinds, mayBeText);
  }

  /**
   * Balances, which add up all kinds. `totals`: per account only, since a dimension may stand for one person. `hidden`:
   * some amount is shown to them in no form, and the difference of two balances would tell it.
   */
  get figures(): 'plain' | 'totals' | 'hidden' {
    if (this.isClear) return 'plain';
    const kinds = [...new Set(this.#grants.flatMap(({ fields }) => fields.map(({ kind }) => kind)))];
    if (!this.touches(kinds)) return 'plain';
    const amounts = this.amounts(kinds);
    return amounts === 'plain' || amounts === 'totals' ? 'totals' : 'hidden';
  }

  /** A finding with its evidence covered: it quotes values of any field. */
  finding<Told extends Partial<Pick<Finding, 'params'>>>(finding: Told, kinds: readonly string[]): Told {
    if (!finding.params || !this.touches(kinds)) return finding;
    const params = Object.fromEntries(
      Object.entries(finding.params).map(([name, value]) => [name, OWN_TITLE.has(name) ? value : DOTS]),
    );
    return { ...finding, params };
  }

  #of(kind: string, isMeant: (field: string) => boolean): Shown {
    const shown = this.#covering(kind).map(({ fields }) =>
      strictest(
        fields
          .filter((rule) => (rule.kind === kind || rule.kind === '*') && isMeant(rule.field))
          .map(({ show }) => show),
      ),
    );
    return mostOpen(shown);
  }

  #strictest(kinds: readonly string[], isMeant: (field: string) => boolean): Shown {
    const fields = this.#fieldsNamed().filter(isMeant);
    const ofKind = (kind: string): Shown[] =>
      this.#covering(kind).length === 0 ? ['hidden'] : fields.map((field) => this.field(kind, field));
    return strictest(kinds.flatMap(ofKind));
  }

  #covering(kind: string): readonly Pick<Grant, 'kinds' | 'fields'>[] {
    return this.#grants.filter(({ kinds }) => kinds === null || kinds.has(kind));
  }

  #fieldsNamed(): string[] {
    return [...new Set(this.#grants.flatMap(({ fields }) => fields.map(({ field }) => field)))];
  }
}

function strictest(shown: readonly Shown[]): Shown {
  return STRICTNESS.findLast((one) => shown.includes(one)) ?? 'plain';
}

function mostOpen(shown: readonly Shown[]): Shown {
  return STRICTNESS.find((one) => shown.includes(one)) ?? 'hidden';
}

const AMOUNTS: readonly unknown[] = ['amount', 'rate', 'qty', 'int'];

function isAmount(field: string): boolean {
  return AMOUNTS.includes(findVocabularyField(field)?.type);
}

/** What the vocabulary does not know may be either. */
function mayBeAmount(field: string): boolean {
  return isAmount(field) || findVocabularyField(field) === null;
}

function mayBeText(field: string): boolean {
  return !isAmount(field);
}
