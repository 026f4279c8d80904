/**
 * Each thing with its number, from 1: the key of what is told apart by its place alone, such as the lines of a voucher.
 *
 * Not for what can be moved or removed on the page, since a number then passes to another thing.
 */
export function numbered<Thing>(
  things: readonly Thing[],
): readonly { readonly no: number; readonly one: Thing }[] {
  return things.map((one, i) => ({ no: i + 1, one }));
}
