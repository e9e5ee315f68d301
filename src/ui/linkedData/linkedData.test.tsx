import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { LinkedData } from '#ui/index.ts';

test('data reads back as it was, and no text of it ends the element', () => {
  const data = { name: '</script><script>alert(1)</script>', text: '<!-- & „cudzysłów” " \u2028 👵🏽', list: [1, null] };
  const { document } = new JSDOM(String(<LinkedData data={data} />)).window;
  const found = document.querySelectorAll('script');
  expect(found).toHaveLength(1);
  expect(found[0]?.type).toBe('application/ld+json');
  expect(JSON.parse(found[0]?.textContent ?? '')).toEqual(data);
});
