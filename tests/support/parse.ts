import { JSDOM, type DOMWindow } from 'jsdom';

// A whole window takes as long to make as a page takes to read, so some pages share one; a window keeps all that was
// read in it, so none lives long.
const pagesOfWindow = 25;
let parser: InstanceType<DOMWindow['DOMParser']> | undefined;
let pages = 0;

/** Reads markup; nothing of it is run or loaded, and addresses are those of the attributes. */
export function parseHtml(html: string): Document {
  if (!parser || pages === pagesOfWindow) {
    parser = new new JSDOM('', { url: 'http://localhost/' }).window.DOMParser();
    pages = 0;
  }
  pages += 1;
  return parser.parseFromString(html, 'text/html');
}
