import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/*.md', 'src/**/README.md'], { cwd: root });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The addresses that GitHub gives to the headings of a page. */
function anchorsOf(text: string): Set<string> {
  const headings = text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  const slug = (heading: string) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
  return new Set([...headings].map(([, heading = '']) => slug(heading.trim()).replaceAll(' ', '-')));
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(target)).has(anchor);
}

for (const page of pages) {
  test(`links: what ${page} points at is there`, () => {
    const prose = read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const inside = links.filter((link) => !/^(https?|mailto):/.test(link));
    assert.deepEqual(
      inside.filter((link) => isBroken(page, link)),
      [],
    );
  });
}
